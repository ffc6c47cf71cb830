import type { Complaint } from "../../../shared/language/complaint";
import type { Engine } from "../engine/engine";
import type { DatabaseLink } from "../realm/database-link";
import type { Realm } from "../realm/realm";
import type { Caller } from "./caller";

/** What the commands look at and work on. */
export interface CommandTarget {
  readonly realm: Realm;
  readonly link: DatabaseLink;
  readonly engine: Engine;
}

/**
 * Carries a command out and answers the caller.
 *
 * @param words What was written behind the command's name.
 * @returns What is wrong with the words, and then nothing has been changed; undefined if nothing is.
 */
export type Command = (
  this: void,
  target: CommandTarget,
  caller: Caller,
  words: readonly string[],
) => Complaint;
