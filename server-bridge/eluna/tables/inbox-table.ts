import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { readRows, toInteger } from "./read-rows";
import { sqlInteger, sqlText } from "./sql-text";
import { cutToBytes } from "./utf8";

/** Rows that one look takes; each costs about 0.6 ms of the world's time. */
const ROWS_PER_LOOK = 4;

/** Longest reason, in bytes: `dc_inbox.reason` holds as many characters. */
const MAXIMUM_REASON_LENGTH = 200;

/** A request of another program. Nothing of it is checked. */
export interface InboxRow {
  readonly id: number;
  /** Unix seconds with six decimals, at which the row was inserted. Numbers are given out again once the table was emptied. */
  readonly createdAt: string;
  readonly kind: string;
  readonly player: number;
  readonly name: string;
  readonly subjectId: number;
  readonly amount: number;
  readonly source: string;
  /** Empty for none. */
  readonly payload: string;
}

const MOST = sqlInteger(MAXIMUM_AMOUNT);
const COLUMNS =
  "CAST(inbox_id AS CHAR), CAST(UNIX_TIMESTAMP(created_at) AS CHAR), kind, CAST(player_guid AS CHAR), name, CAST(subject_id AS CHAR), " +
  `CAST(LEAST(GREATEST(amount, -${MOST}), ${MOST}) AS CHAR), source, COALESCE(payload, '')`;

/**
 * Rows that somebody holds in a transaction are passed over: to wait for them would stop the world, and all others with it.
 *
 * @param where Of the oldest rows of which statuses.
 */
export function requestsStatement(where: string): string {
  return (
    `SELECT ${COLUMNS} FROM dc_inbox WHERE ${where} ORDER BY inbox_id LIMIT ${ROWS_PER_LOOK} ` +
    "FOR UPDATE SKIP LOCKED"
  );
}

function select(where: string): InboxRow[] {
  const rows: InboxRow[] = [];
  for (const [id, createdAt, kind, player, name, subjectId, amount, source, payload] of readRows(
    requestsStatement(where),
    9,
  )) {
    rows.push({
      id: toInteger(id),
      createdAt: createdAt ?? "",
      kind: kind ?? "",
      player: toInteger(player),
      name: name ?? "",
      subjectId: toInteger(subjectId),
      amount: toInteger(amount),
      source: source ?? "",
      payload: payload ?? "",
    });
  }
  return rows;
}

/** The oldest requests that nobody has begun and nobody holds. */
export function newInboxRows(realmId: number): InboxRow[] {
  return select(`realm_id = ${sqlInteger(realmId)} AND status = 'new'`);
}

export function isAbandoned(realmId: number, bootId: number): string {
  return `realm_id = ${sqlInteger(realmId)} AND status = 'taken' AND boot_id <> ${sqlInteger(bootId)}`;
}

/** Requests that an earlier start of this realm had begun when it ended, and that nobody holds. */
export function abandonedInboxRows(realmId: number, bootId: number): InboxRow[] {
  return select(isAbandoned(realmId, bootId));
}

/** Whether there are any, held or not. */
export function hasAbandonedRows(realmId: number, bootId: number): boolean {
  return readRows(`SELECT '1' FROM dc_inbox WHERE ${isAbandoned(realmId, bootId)} LIMIT 1`, 1).length > 0;
}

/** Of the requests with these numbers those that this boot has begun, and whose rows hold no answer yet. */
export function unansweredStatement(ids: readonly number[], bootId: number): string {
  const numbers: string[] = [];
  for (const id of ids) numbers.push(sqlInteger(id));
  return (
    `SELECT CAST(inbox_id AS CHAR) FROM dc_inbox WHERE inbox_id IN (${numbers.join(", ")}) ` +
    `AND status = 'taken' AND boot_id = ${sqlInteger(bootId)}`
  );
}

export function unanswered(ids: readonly number[], bootId: number): number[] {
  const found: number[] = [];
  for (const [id] of readRows(unansweredStatement(ids, bootId), 1)) found.push(toInteger(id));
  return found;
}

/**
 * Says that this boot has begun the request, and waits for it: from here on nobody else begins it. The cores pass over a
 * statement that is refused (no lock in time, a deadlock) and tell nobody, so the row is asked whether it was taken.
 *
 * @returns Whether this boot may carry it out.
 */
export function takeInboxRow(row: InboxRow, bootId: number): boolean {
  const boot = sqlInteger(bootId);
  CharDBQuery(
    `UPDATE dc_inbox SET status = 'taken', boot_id = ${boot} WHERE inbox_id = ${sqlInteger(row.id)} ` +
      `AND (status = 'new' OR (status = 'taken' AND boot_id <> ${boot}))`,
  );
  return unanswered([row.id], bootId).length > 0;
}

/** Answers the request. Runs behind the journal's rows in the core's queue, so that "done" is never there before them. */
export function answerInboxRow(row: InboxRow, status: "done" | "refused", reason: string): void {
  const text = sqlText(cutToBytes(reason, MAXIMUM_REASON_LENGTH));
  CharDBExecute(
    `UPDATE dc_inbox SET status = '${status}', reason = ${text} WHERE inbox_id = ${sqlInteger(row.id)}`,
  );
}
