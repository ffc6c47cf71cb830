import { findOperationKind, type Operation } from "../../../shared/profile/operation";
import { numberOf } from "./number-of";

/** A change that a map has decided and the world has not made yet, as far as readings need it. */
export interface PendingChange extends Omit<Operation, "source" | "cause"> {
  /** Counts the changes of one player, over all maps. */
  readonly number: number;
  /** Unix seconds. */
  readonly at: number;
}

export interface PendingChanges {
  /** The last number that was given out. */
  readonly last: number;
  readonly changes: readonly PendingChange[];
}

/**
 * Seconds after which a change does not count as pending any more: the console's commands run once a tick, so it has been taken
 * long before. The limit ends what a reload of the world's state could leave behind.
 */
export const PENDING_SECONDS = 10;

/** Stands for an empty subject. */
const NOTHING = "-";

function changeText({ number, at, kind, subject, subjectId, amount }: PendingChange): string {
  const name = subject === "" ? NOTHING : subject;
  const numbers = `${number.toFixed(0)} ${at.toFixed(0)}`;
  return `${numbers} ${kind} ${name} ${subjectId.toFixed(0)} ${amount.toFixed(0)}`;
}

export function encodePending({ last, changes }: PendingChanges): string {
  const parts = [last.toFixed(0)];
  for (const change of changes) parts.push(changeText(change));
  return table.concat(parts, ";");
}

/** @param oldest Unix seconds: what is older is left out, as is what the world has taken. */
export function decodePending(text: string, taken: number, oldest: number): PendingChanges {
  const [last] = string.match(text, "^%d+");
  const changes: PendingChange[] = [];
  const form = ";(%d+) (%d+) (%a+) (%S+) (%d+) (%-?%d+)";
  for (const [number, at, word, subject, subjectId, amount] of string.gmatch(text, form)) {
    const kind = findOperationKind(word);
    const isCounted = numberOf(number) > taken && numberOf(at) >= oldest;
    if (kind !== undefined && isCounted) {
      changes.push({
        number: numberOf(number),
        at: numberOf(at),
        kind,
        subject: subject === undefined || subject === NOTHING ? "" : subject,
        subjectId: numberOf(subjectId),
        amount: numberOf(amount),
      });
    }
  }
  return { last: math.max(numberOf(last), taken), changes };
}
