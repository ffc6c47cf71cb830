import { findOperationKind, type Operation } from "../../../shared/profile/operation";
import { numberOf } from "./number-of";

/** A change that a map has decided and the world has not made yet, as far as readings need it. */
export interface PendingChange extends Omit<Operation, "source" | "cause"> {
  /** Counts the changes of one player, over all maps. */
  readonly number: number;
  /** Has the name of a request, which may have been carried out before: only the world's state can tell. */
  readonly isNamed: boolean;
}

export interface PendingChanges {
  /** The last number that was given out. */
  readonly last: number;
  readonly changes: readonly PendingChange[];
}

/** Stands for an empty subject. */
const NOTHING = "-";
/** Stands behind the kind of a change that has a name. */
const NAMED = "?";

function changeText({ number, kind, isNamed, subject, subjectId, amount }: PendingChange): string {
  const word = isNamed ? kind + NAMED : kind;
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
  const form = ";(%d+) (%a+)(%??) (%S+) (%d+) (%-?%d+)";
  for (const [number, word, mark, subject, subjectId, amount] of string.gmatch(text, form)) {
    const kind = findOperationKind(word);
    if (kind !== undefined && numberOf(number) > taken) {
      changes.push({
        number: numberOf(number),
        kind,
        subject: subject === undefined || subject === NOTHING ? "" : subject,
        subjectId: numberOf(subjectId),
        amount: numberOf(amount),
        isNamed: mark === NAMED,
      });
    }
  }
  return { last: math.max(numberOf(last), taken), changes };
}
