import { readRows, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** Rows that one poll takes; the rest waits for the next. */
const ROWS_PER_POLL = 100;

export interface OutboxRow {
  readonly id: number;
  readonly kind: string;
  readonly playerGuid: number;
  /** The table of a `config_changed`. */
  readonly subject: string;
  /** The season, or the Unix time of the reset. */
  readonly amount: number;
}

export interface OutboxPoll {
  /** Every operation of this boot up to this number is in the tables. */
  readonly acknowledged: number;
  readonly rows: readonly OutboxRow[];
}

export function pollStatement(bootId: number, realmId: number): string {
  return (
    `SELECT '' AS kind, CAST(acknowledged AS CHAR) AS a, 0 AS b, '' AS c, 0 AS d FROM dc_boot ` +
    `WHERE boot_id = ${sqlInteger(bootId)} UNION ALL ` +
    `(SELECT kind, CAST(outbox_id AS CHAR), player_guid, subject, amount FROM dc_outbox WHERE realm_id = ${sqlInteger(realmId)} ` +
    `ORDER BY outbox_id LIMIT ${ROWS_PER_POLL})`
  );
}

/** What the bridge has acknowledged and what it wants: one synchronous statement on primary and index keys. */
export function pollOutbox(bootId: number, realmId: number): OutboxPoll {
  const rows: OutboxRow[] = [];
  let acknowledged = 0;
  for (const [kind, number, player, subject, amount] of readRows(pollStatement(bootId, realmId), 5)) {
    if (kind === "") acknowledged = toInteger(number);
    else if (kind !== undefined) {
      rows.push({
        id: toInteger(number),
        kind,
        playerGuid: toInteger(player),
        subject: subject ?? "",
        amount: toInteger(amount),
      });
    }
  }
  return { acknowledged, rows };
}

function deleteStatement(ids: readonly number[]): string {
  const numbers: string[] = [];
  for (const id of ids) numbers.push(sqlInteger(id));
  return `DELETE FROM dc_outbox WHERE outbox_id IN (${numbers.join(", ")})`;
}

/** Takes rows off the queue. The statement runs later: until then polls show the rows again, and doing them twice is harmless. */
export function deleteOutboxRows(rows: readonly OutboxRow[]): void {
  if (rows.length > 0) CharDBExecute(deleteStatement(rows.map((row) => row.id)));
}

/** @param locking Whether a row that somebody holds is to be passed over, and one that nobody does to be locked. */
export function outboxRowStatement(row: number, locking: boolean): string {
  const sql = `SELECT '1' FROM dc_outbox WHERE outbox_id = ${sqlInteger(row)}`;
  return locking ? `${sql} FOR UPDATE SKIP LOCKED` : sql;
}

/**
 * Takes a row off the queue before it is done, and waits for it: a reset must not happen twice, so it is better lost with a
 * server that dies in this very tick than repeated. A row that somebody holds is left where it is, because to wait for it would
 * stop the world; and as the cores pass over a refused statement and tell nobody, the queue is asked whether the row has left it.
 *
 * @returns Whether what the row says may happen now. Otherwise the next poll shows it again.
 */
export function takeOutboxRow({ id }: OutboxRow): boolean {
  if (readRows(outboxRowStatement(id, true), 1).length === 0) return false;
  CharDBQuery(deleteStatement([id]));
  return readRows(outboxRowStatement(id, false), 1).length === 0;
}
