import { readRows, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** What the database knows of a player's week. */
export interface WeeklyEarnings {
  /** By currency id: ledger, and what is queued of earlier boots and of this one up to `confirmed`. */
  readonly earned: Record<number, number>;
  /** The last operation of this boot that is in it. */
  readonly acknowledged: number;
}

/** Limits the rows of `table` to what came after the last deletion of the player's data: what was before was another character's. */
function afterDeletion(table: string, player: string): string {
  const deletions = `WHERE player_guid = ${player} AND kind = 'delete'`;
  return (
    `AND (${table}.boot_id, ${table}.sequence) > (SELECT boot_id, sequence FROM dc_ledger ${deletions} ` +
    `UNION ALL SELECT boot_id, sequence FROM dc_journal ${deletions} ` +
    "UNION ALL SELECT 0, 0 ORDER BY 1 DESC, 2 DESC LIMIT 1)"
  );
}

/**
 * One statement, and so one consistent view of ledger and queue.
 *
 * @param wasDeleted Whether the player's data have been deleted since: looking for that in every read would double what it costs.
 */
export function weeklyStatement(
  bootId: number,
  guid: number,
  since: number,
  confirmed: number,
  wasDeleted: boolean,
): string {
  const player = sqlInteger(guid);
  const boot = sqlInteger(bootId);
  const start = sqlInteger(since);
  const rest = (table: string): string =>
    `AND ${table}.kind IN ('earn', 'delete') ${wasDeleted ? afterDeletion(table, player) : ""} ` +
    `GROUP BY ${table}.kind, ${table}.subject_id`;
  return (
    `SELECT '' AS kind, '0' AS a, CAST(acknowledged AS CHAR) AS b FROM dc_boot WHERE boot_id = ${boot} ` +
    "UNION ALL SELECT l.kind, CAST(l.subject_id AS CHAR), CAST(SUM(l.amount) AS CHAR) FROM dc_ledger l " +
    `WHERE l.player_guid = ${player} AND l.happened_at >= FROM_UNIXTIME(${start}) ${rest("l")} ` +
    "UNION ALL SELECT j.kind, CAST(j.subject_id AS CHAR), CAST(SUM(j.amount) AS CHAR) FROM dc_journal j " +
    `JOIN dc_boot o ON o.boot_id = j.boot_id WHERE j.player_guid = ${player} ` +
    `AND (j.boot_id <> ${boot} OR j.sequence <= ${sqlInteger(confirmed)}) AND j.sequence > o.acknowledged ` +
    `AND j.happened_at >= ${start} ${rest("j")}`
  );
}

/**
 * What the player has earned since the Unix time `since`, by currency. Undefined if the row of this boot, which is always there,
 * did not come back: the database did not answer, and no rows must not be taken for nothing earned.
 */
export function loadWeeklyEarnings(
  bootId: number,
  guid: number,
  since: number,
  confirmed: number,
  wasDeleted = false,
): WeeklyEarnings | undefined {
  const earned: Record<number, number> = {};
  let acknowledged: number | undefined;
  for (const [kind, id, amount] of readRows(weeklyStatement(bootId, guid, since, confirmed, wasDeleted), 3)) {
    if (kind === "delete") return loadWeeklyEarnings(bootId, guid, since, confirmed, true);
    if (kind === "") acknowledged = toInteger(amount);
    else earned[toInteger(id)] = (earned[toInteger(id)] ?? 0) + toInteger(amount);
  }
  return acknowledged === undefined ? undefined : { earned, acknowledged };
}
