import { readRows, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** A change of a player's data that the bridge has applied. */
export interface LedgerRow {
  /** Date and time as the database server shows them. */
  readonly happenedAt: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: number;
  readonly amount: number;
  /** What it really changed: less than `amount` where a value reached the end of its range. */
  readonly applied: number;
  readonly source: string;
  readonly cause: string;
}

export function recentLedgerStatement(guid: number, count: number): string {
  return (
    "SELECT CAST(happened_at AS CHAR), kind, subject, CAST(subject_id AS CHAR), CAST(amount AS CHAR), CAST(applied AS CHAR), " +
    `source, cause FROM dc_ledger WHERE player_guid = ${sqlInteger(guid)} ` +
    `ORDER BY happened_at DESC, boot_id DESC, sequence DESC LIMIT ${sqlInteger(count)}`
  );
}

export function queuedStatement(guid: number): string {
  return `SELECT CAST(COUNT(*) AS CHAR) FROM dc_journal WHERE player_guid = ${sqlInteger(guid)}`;
}

/** How many changes of the player wait for the bridge. */
export function queuedChanges(guid: number): number {
  return toInteger(readRows(queuedStatement(guid), 1)[0]?.[0]);
}

/** The last `count` changes of the player, newest first. */
export function recentLedger(guid: number, count: number): LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const columns of readRows(recentLedgerStatement(guid, count), 8)) {
    const [happenedAt, kind, subject, subjectId, amount, applied, source, cause] = columns;
    rows.push({
      happenedAt: happenedAt ?? "",
      kind: kind ?? "",
      subject: subject ?? "",
      subjectId: toInteger(subjectId),
      amount: toInteger(amount),
      applied: toInteger(applied),
      source: source ?? "",
      cause: cause ?? "",
    });
  }
  return rows;
}
