import { readRows, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** Rows that one poll takes; the rest waits for the next. */
const ROWS_PER_POLL = 100;

export interface OutboxRow {
  readonly id: number;
  readonly kind: string;
  readonly playerGuid: number;
}

export interface OutboxPoll {
  /** Every operation of this boot up to this number is in the tables. */
  readonly acknowledged: number;
  readonly rows: readonly OutboxRow[];
}

export function pollStatement(bootId: number, realmId: number): string {
  return (
    `SELECT '' AS kind, CAST(acknowledged AS CHAR) AS a, 0 AS b FROM dc_boot WHERE boot_id = ${sqlInteger(bootId)} UNION ALL ` +
    `(SELECT kind, CAST(outbox_id AS CHAR), player_guid FROM dc_outbox WHERE realm_id = ${sqlInteger(realmId)} ` +
    `ORDER BY outbox_id LIMIT ${ROWS_PER_POLL})`
  );
}

/** What the bridge has acknowledged and what it wants: one synchronous statement on primary and index keys. */
export function pollOutbox(bootId: number, realmId: number): OutboxPoll {
  const rows: OutboxRow[] = [];
  let acknowledged = 0;
  for (const [kind, number, player] of readRows(pollStatement(bootId, realmId), 3)) {
    if (kind === "") acknowledged = toInteger(number);
    else if (kind !== undefined) rows.push({ id: toInteger(number), kind, playerGuid: toInteger(player) });
  }
  return { acknowledged, rows };
}

/** Takes rows off the queue. The statement runs later: until then polls show the rows again, and doing them twice is harmless. */
export function deleteOutboxRows(rows: readonly OutboxRow[]): void {
  if (rows.length === 0) return;
  const ids: string[] = [];
  for (const row of rows) ids.push(sqlInteger(row.id));
  CharDBExecute(`DELETE FROM dc_outbox WHERE outbox_id IN (${ids.join(", ")})`);
}
