import { say } from "../client/chat";
import type { Texts } from "../locales/enUS";

export const SLASH_COMMAND = "/dci";

/** What the player can ask for, in the options as well as by the slash command. */
export interface PlayerCommands {
  status(this: void): readonly string[];
  testToast(this: void): void;
  resetPosition(this: void): void;
  openOptions(this: void): void;
}

/** The handler of `/dci <word>`; without a word, or with one that it does not know, it says which there are. */
export function createSlashHandler(commands: PlayerCommands, texts: Texts): WoWAPI.SlashHandler {
  return (input) => {
    const word = strlower(strtrim(input));
    if (word === "status") {
      for (const line of commands.status()) say(line);
    } else if (word === "test") commands.testToast();
    else if (word === "reset") {
      commands.resetPosition();
      say(texts.positionReset);
    } else if (word === "options") commands.openOptions();
    else say(format(texts.help, SLASH_COMMAND));
  };
}
