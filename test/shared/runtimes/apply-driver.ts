/**
 * Run by each Lua in turn: reads operations from standard input, one a line ("kind amount subjectId subject source"), an empty
 * line after each sequence, and prints what every operation changed and the state that the sequence ended in.
 */
import { applyOperation } from "../../../shared/profile/apply-operation";
import { OPERATION_KINDS, type Operation, type OperationKind } from "../../../shared/profile/operation";
import { emptyPlayerState } from "../../../shared/profile/player-state";
import { show } from "../expectations";

function kindOf(word: string | undefined): OperationKind {
  for (const kind of OPERATION_KINDS) if (kind === word) return kind;
  error(`no kind of operation: ${tostring(word)}`);
}

function parse(line: string): Operation {
  const [kind, amount, subjectId, subject, source] = line.split(" ");
  return {
    kind: kindOf(kind),
    amount: Number(amount),
    subjectId: Number(subjectId),
    subject: subject ?? "",
    source: source ?? "",
    cause: "",
  };
}

/** What a sequence of operations leads to. */
export function outcome(operations: readonly Operation[]): string {
  const state = emptyPlayerState();
  const changes: number[] = [];
  for (const operation of operations) changes.push(applyOperation(state, operation));
  return `${show(changes)} ${show(state)}`;
}

/** The outcome of each sequence in `text`, a line each. */
export function outcomes(text: string): string {
  const results: string[] = [];
  let operations: Operation[] = [];
  for (const line of text.split("\n")) {
    if (line !== "") operations.push(parse(line));
    else if (operations.length > 0) {
      results.push(outcome(operations));
      operations = [];
    }
  }
  return results.join("\n");
}
