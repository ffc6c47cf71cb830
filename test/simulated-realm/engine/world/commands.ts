import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { ChatHandlerEntity, PlayerEntity } from "../objects/entity";
import { requestReload } from "./reload";
import type { World } from "./world";

const COMMAND = 42;
const ADMINISTRATOR = 3;

/** What Eluna means by no map id and by -2: every state. */
const EVERY_STATE = -2;

function isReload(this: void, world: World, player: PlayerEntity | undefined, text: string): boolean {
  const isAllowed = player === undefined || player.character.gmRank >= ADMINISTRATOR;
  const [first] = string.find(text, world.data.multistate ? "^reload eluna" : "^reload ale");
  return isAllowed && first !== undefined;
}

/** ALE has one state, and reads no number. */
function reloadTarget(this: void, world: World, text: string): number | "all" {
  const [digits] = string.match(text, "^reload eluna (%-?%d+)$");
  const mapId = tonumber(digits) ?? EVERY_STATE;
  return world.data.multistate && mapId !== EVERY_STATE ? mapId : "all";
}

/**
 * Runs a command, without its leading dot; a player of nil is the console. The engine takes its own reload command before
 * any handler sees it. Whether a handler said, by returning false, that the command is done.
 */
export function runCommand(
  this: void,
  world: World,
  player: PlayerEntity | undefined,
  text: string,
): boolean {
  if (isReload(world, player, text)) {
    requestReload(world, reloadTarget(world, text));
    return true;
  }
  const handler: ChatHandlerEntity = { kind: "ChatHandler", player };
  let isDone = false;
  world.firePlayer(
    COMMAND,
    undefined,
    (state) =>
      state.data.multistate
        ? pack(COMMAND, push(state, player), text)
        : pack(COMMAND, push(state, player), text, push(state, handler)),
    (answer) => {
      if (answer === false) isDone = true;
    },
  );
  return isDone;
}

/** Runs what `RunCommand` queued, in its order. */
export function runConsoleCommands(this: void, world: World): void {
  if (world.consoleHeld) return;
  for (const text of world.consoleCommands.splice(0, world.consoleCommands.length)) {
    runCommand(world, undefined, text);
  }
}
