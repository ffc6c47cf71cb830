import { textOf } from "../../../shared/language/text-of";
import { logError, logInfo } from "../engine/log";
import { type Caller, callerOf } from "./caller";
import type { Command, CommandTarget } from "./command";
import { type CommandName, COMMANDS, findCommand, FIRST_WORD, usageOf } from "./command-table";
import { doctor } from "./doctor";
import { events } from "./events";
import { help } from "./help";
import { ledger } from "./ledger";
import { grant, spend } from "./payments";
import { profile } from "./profile";
import { status } from "./status";
import { synergies } from "./synergies";
import { splitWords } from "./text";
import { unlock } from "./unlock";

const HANDLERS: Readonly<Record<CommandName, Command>> = {
  help,
  status,
  profile,
  synergies,
  events,
  ledger,
  doctor,
  grant,
  spend,
  unlock,
};

function mayUseAny({ rank }: Caller): boolean {
  for (const row of COMMANDS) if (rank >= row.rank) return true;
  return false;
}

function run(target: CommandTarget, caller: Caller, name: string, words: readonly string[]): void {
  const row = findCommand(name);
  if (row === undefined) caller.say(`there is no command '${name}', see .${FIRST_WORD} help`);
  else if (caller.rank < row.rank) caller.say(`${usageOf(row)} takes GM rank ${row.rank}`);
  else {
    // What the console was told stands in its own log already.
    if (row.changes === true && caller.guid !== undefined)
      logInfo(`${caller.source}: .${FIRST_WORD} ${name} ${words.join(" ")}`);
    const complaint = HANDLERS[row.name](target, caller, words);
    if (complaint === undefined) return;
    caller.say(complaint);
    caller.say(`usage: ${usageOf(row)}`);
  }
}

/**
 * Answers to commands of exactly our first word. To players without any rank it is no command, so that they hear what the core
 * says to every unknown one.
 */
export function startCommands(target: CommandTarget): void {
  target.engine.onCommand((player, text, answer) => {
    const [first, name, ...words] = splitWords(text);
    if (first !== FIRST_WORD) return undefined;
    const caller = callerOf(player, answer);
    if (!mayUseAny(caller)) return undefined;
    const [succeeded, failure] = pcall(run, target, caller, name ?? "help", words);
    if (!succeeded) {
      logError(`the command '${text}' failed: ${textOf(failure)}`);
      caller.say("the command failed, see the server's log");
    }
    return false;
  });
}
