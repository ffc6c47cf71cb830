import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { readRows, toInteger } from "./read-rows";
import { sqlInteger, sqlText } from "./sql-text";
import { cutToBytes } from "./utf8";

/** Rows that one look takes: 1 to 2 ms of the world's time, and 0.4 ms for each player who is offline. */
export const ROWS_PER_LOOK = 4;

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
  /** Byte for byte as it was inserted; undefined for a request that has no name. */
  readonly requestId: string | undefined;
  /** Empty for none. */
  readonly payload: string;
  /** CRC-32 of the payload: 0 to 2^32 - 1. */
  readonly payloadChecksum: number;
}

const MOST = sqlInteger(MAXIMUM_AMOUNT);
const COLUMNS =
  "CAST(inbox_id AS CHAR), CAST(UNIX_TIMESTAMP(created_at) AS CHAR), kind, CAST(player_guid AS CHAR), name, CAST(subject_id AS CHAR), " +
  `CAST(LEAST(GREATEST(amount, -${MOST}), ${MOST}) AS CHAR), source, COALESCE(payload, ''), ` +
  // In hexadecimal digits, or a NUL would end it and the connection replace what its character set lacks: two names would be one.
  "CAST(CRC32(COALESCE(payload, '')) AS CHAR), COALESCE(CONCAT('x', HEX(request_id)), '')";

/** A string in hexadecimal digits behind an x; undefined for an empty one, which stands for NULL. */
function fromHex(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  const [bytes] = string.gsub(string.sub(text, 2), "%x%x", (digits: string) =>
    string.char(tonumber(digits, 16) ?? 0),
  );
  return bytes;
}

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

function toRow(columns: readonly (string | undefined)[]): InboxRow {
  const [id, createdAt, kind, player, name, subjectId, amount, source, payload, checksum, requestId] =
    columns;
  return {
    id: toInteger(id),
    createdAt: createdAt ?? "",
    kind: kind ?? "",
    player: toInteger(player),
    name: name ?? "",
    subjectId: toInteger(subjectId),
    amount: toInteger(amount),
    source: source ?? "",
    requestId: fromHex(requestId),
    payload: payload ?? "",
    payloadChecksum: toInteger(checksum),
  };
}

function select(where: string): InboxRow[] {
  const rows: InboxRow[] = [];
  for (const columns of readRows(requestsStatement(where), 11)) rows.push(toRow(columns));
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

function listOf(ids: readonly number[]): string {
  const numbers: string[] = [];
  for (const id of ids) numbers.push(sqlInteger(id));
  return numbers.join(", ");
}

/** Its first row is always there, and says that the database has answered. */
export function unansweredStatement(ids: readonly number[], bootId: number): string {
  return (
    `SELECT '' AS id UNION ALL (SELECT CAST(inbox_id AS CHAR) FROM dc_inbox WHERE inbox_id IN (${listOf(ids)}) ` +
    `AND status = 'taken' AND boot_id = ${sqlInteger(bootId)})`
  );
}

/**
 * Of the requests with these numbers those that this boot has begun, and whose rows hold no answer yet; undefined if the database
 * does not answer.
 */
export function unanswered(ids: readonly number[], bootId: number): number[] | undefined {
  const rows = readRows(unansweredStatement(ids, bootId), 1);
  if (rows.length === 0) return undefined;
  const found: number[] = [];
  for (const [id] of rows) if (id !== "") found.push(toInteger(id));
  return found;
}

/**
 * Says that this boot has begun the requests, and waits for it: from here on nobody else begins them. The cores pass over a
 * statement that is refused (no lock in time, a deadlock) and tell nobody, so the rows are asked whether they were taken. One
 * statement for all, because the disk is waited for once for each.
 *
 * @returns The numbers of those that this boot may carry out; undefined if the database does not say which: see `unanswered`.
 */
export function takeInboxRows(rows: readonly InboxRow[], bootId: number): number[] | undefined {
  if (rows.length === 0) return [];
  const boot = sqlInteger(bootId);
  const ids: number[] = [];
  for (const { id } of rows) ids.push(id);
  CharDBQuery(
    `UPDATE dc_inbox SET status = 'taken', boot_id = ${boot} WHERE inbox_id IN (${listOf(ids)}) ` +
      `AND (status = 'new' OR (status = 'taken' AND boot_id <> ${boot}))`,
  );
  return unanswered(ids, bootId);
}

/** How a request ends. "repeated": what it asks for was done for an earlier one of the same source and name. */
export type InboxAnswer = "done" | "refused" | "repeated";

/** Answers the request. Runs behind the journal's rows in the core's queue, so that "done" is never there before them. */
export function answerInboxRow(row: InboxRow, status: InboxAnswer, reason: string): void {
  const text = sqlText(cutToBytes(reason, MAXIMUM_REASON_LENGTH));
  CharDBExecute(
    `UPDATE dc_inbox SET status = '${status}', reason = ${text} WHERE inbox_id = ${sqlInteger(row.id)}`,
  );
}
