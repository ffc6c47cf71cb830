import { findOperationKind, type Operation } from "../../../shared/profile/operation";
import { numberOf } from "./number-of";

/** A change that a map has decided and the world has not made yet, as far as readings need it. */
export interface PendingChange extends Omit<Operation, "source" | "cause"> {
  /** Counts the changes of one player, over all maps. */
  readonly number: number;
  /** The name of the request, which may have been carried out before: only the world state can tell. Empty for none. */
  readonly requestId: string;
}

export interface PendingChanges {
  /** The last number that was given out. */
  readonly last: number;
  readonly changes: readonly PendingChange[];
}

/** Stands for an empty subject. */
const NOTHING = "-";
/** Stands between the kind of a change and its name. A name has no spaces, see `checkRequestId`. */
const NAMED = "?";

function changeText({ number, kind, requestId, subject, subjectId, amount }: PendingChange): string {
  const word = requestId === "" ? kind : kind + NAMED + requestId;
  const name = subject === "" ? NOTHING : subject;
  return `${number.toFixed(0)} ${word} ${name} ${subjectId.toFixed(0)} ${amount.toFixed(0)}`;
}

export function encodePending({ last, changes }: PendingChanges): string {
  const parts = [last.toFixed(0)];
  for (const change of changes) parts.push(changeText(change));
  return table.concat(parts, ";");
}

/** What the world has taken is left out. Nothing else is: a change counts until then, however long it takes. */
export function decodePending(text: string, taken: number): PendingChanges {
  const [last] = string.match(text, "^%d+");
  const changes: PendingChange[] = [];
  const form = ";(%d+) (%a+)%??(%S*) (%S+) (%d+) (%-?%d+)";
  for (const [number, word, requestId, subject, subjectId, amount] of string.gmatch(text, form)) {
    const kind = findOperationKind(word);
    if (kind !== undefined && numberOf(number) > taken) {
      changes.push({
        number: numberOf(number),
        kind,
        subject: subject === undefined || subject === NOTHING ? "" : subject,
        subjectId: numberOf(subjectId),
        amount: numberOf(amount),
        requestId: requestId ?? "",
      });
    }
  }
  return { last: math.max(numberOf(last), taken), changes };
}
