import { NUMBER_TYPES } from "../../../shared/catalog/number-types";
import { checkChange } from "../../../shared/profile/check-operation";
import { checkGuid } from "../../../shared/profile/check-arguments";
import { findOperationKind, type Operation, storedSubject } from "../../../shared/profile/operation";
import { type Row, textOrNothing, wholeNumber } from "../database/query";

/** The columns of `dc_journal` beside `boot_id`, in the order in which rows are copied. */
export const JOURNAL_COLUMNS = [
  "sequence",
  "player_guid",
  "account_id",
  "kind",
  "subject",
  "subject_id",
  "amount",
  "source",
  "cause",
  "happened_at",
  "request_id",
] as const;

/** A row of the queue as it stands there: nothing of it is checked but its key. */
export interface JournalRow {
  readonly sequence: number;
  readonly columns: Row;
}

/** An operation that the tables can take. */
export interface AcceptedOperation extends Operation {
  readonly sequence: number;
  readonly player: number;
  readonly account: number;
  /** Unix seconds, as TIMESTAMP columns hold them: from 1 to 2^31 - 1. */
  readonly happenedAt: number;
  /** Names the request of another program that asked for it. */
  readonly requestId: string | undefined;
}

export function toJournalRow(columns: Row): JournalRow {
  return { sequence: wholeNumber(columns.sequence), columns };
}

/** The operation in `row`, or in words why the tables cannot take it. */
export function readOperation({ sequence, columns }: JournalRow): AcceptedOperation | { reason: string } {
  const kind = findOperationKind(columns.kind);
  if (kind === undefined) return { reason: `there is no kind '${String(columns.kind)}'` };
  const operation = {
    sequence,
    kind,
    player: wholeNumber(columns.player_guid),
    account: wholeNumber(columns.account_id),
    subject: storedSubject(kind, String(columns.subject)),
    subjectId: wholeNumber(columns.subject_id),
    amount: Number(columns.amount),
    source: String(columns.source),
    cause: String(columns.cause),
    happenedAt: Math.max(1, wholeNumber(columns.happened_at, NUMBER_TYPES.timestamp.maximum)),
    requestId: textOrNothing(columns.request_id),
  };
  // A value out of range ends at the column's range, as it did in the realm: what can be added can be set.
  const complaint = checkGuid(operation.player) ?? checkChange(kind === "set" ? "add" : kind, operation);
  return complaint === undefined ? operation : { reason: complaint };
}
