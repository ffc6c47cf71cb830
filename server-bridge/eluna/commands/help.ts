import type { Command } from "./command";
import { COMMANDS, usageOf } from "./command-table";

export const help: Command = (_target, caller) => {
  for (const row of COMMANDS) {
    if (caller.rank >= row.rank) caller.say(`${usageOf(row)}: ${row.description}`);
  }
  caller.say("A player is the name of one who is online, or a low GUID; without it, it is you.");
  return undefined;
};
