import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { readRows, toInteger } from "./read-rows";
import { sqlInteger, sqlText } from "./sql-text";
import { cutToBytes } from "./utf8";

/** Rows that one look takes; each costs about 0.3 ms of the world's time. */
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

function select(where: string): InboxRow[] {
  const rows: InboxRow[] = [];
  const sql = `SELECT ${COLUMNS} FROM dc_inbox WHERE ${where} ORDER BY inbox_id LIMIT ${ROWS_PER_LOOK}`;
  for (const [id, createdAt, kind, player, name, subjectId, amount, source, payload] of readRows(sql, 9)) {
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

/** The oldest requests that nobody has begun. */
export function newInboxRows(realmId: number): InboxRow[] {
  return select(`realm_id = ${sqlInteger(realmId)} AND status = 'new'`);
}

/** Requests that an earlier start of this realm had begun when it ended. */
export function abandonedInboxRows(realmId: number, bootId: number): InboxRow[] {
  return select(
    `realm_id = ${sqlInteger(realmId)} AND status = 'taken' AND boot_id <> ${sqlInteger(bootId)}`,
  );
}

/** Says that this boot has begun the request, and waits for it: from here on nobody else begins it. */
export function takeInboxRow(row: InboxRow, bootId: number): void {
  CharDBQuery(
    `UPDATE dc_inbox SET status = 'taken', boot_id = ${sqlInteger(bootId)} WHERE inbox_id = ${sqlInteger(row.id)}`,
  );
}

/** Answers the request. Runs behind the journal's rows in the core's queue, so that "done" is never there before them. */
export function answerInboxRow(row: InboxRow, status: "done" | "refused", reason: string): void {
  const text = sqlText(cutToBytes(reason, MAXIMUM_REASON_LENGTH));
  CharDBExecute(
    `UPDATE dc_inbox SET status = '${status}', reason = ${text} WHERE inbox_id = ${sqlInteger(row.id)}`,
  );
}
