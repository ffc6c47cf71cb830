import { PLAYER_HOOKS } from "../engine/hooks";

/**
 * Calls `take` with what follows the command `word`. A map state gives it as the console does, without a player; from a
 * player it is a forgery, and is left to the core, which knows no such command.
 */
export function onConsole(word: string, take: (this: void, text: string) => void): void {
  const start = `${word} `;
  RegisterPlayerEvent(PLAYER_HOOKS.command, (_event, player: EnginePlayer | undefined, text: string) => {
    if (player !== undefined || string.sub(text, 1, start.length) !== start) return undefined;
    take(string.sub(text, start.length + 1));
    return false;
  });
}
