import { readRows, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** What the database knows of a player's week. */
export interface WeeklyEarnings {
  /** By currency id: ledger, and what is queued of earlier boots and of this one up to `confirmed`. */
  readonly earned: Record<number, number>;
  /** The last operation of this boot that is in it. */
  readonly acknowledged: number;
}

/** One statement, and so one consistent view of ledger and queue. */
export function weeklyStatement(bootId: number, guid: number, since: number, confirmed: number): string {
  const player = sqlInteger(guid);
  const boot = sqlInteger(bootId);
  const start = sqlInteger(since);
  return (
    `SELECT 0 AS part, '0' AS a, CAST(acknowledged AS CHAR) AS b FROM dc_boot WHERE boot_id = ${boot} ` +
    "UNION ALL SELECT 1, CAST(subject_id AS CHAR), CAST(SUM(amount) AS CHAR) FROM dc_ledger " +
    `WHERE player_guid = ${player} AND happened_at >= FROM_UNIXTIME(${start}) AND kind = 'earn' GROUP BY subject_id ` +
    "UNION ALL SELECT 2, CAST(j.subject_id AS CHAR), CAST(SUM(j.amount) AS CHAR) FROM dc_journal j " +
    `JOIN dc_boot o ON o.boot_id = j.boot_id WHERE j.player_guid = ${player} ` +
    `AND (j.boot_id <> ${boot} OR j.sequence <= ${sqlInteger(confirmed)}) AND j.sequence > o.acknowledged AND j.kind = 'earn' AND j.happened_at >= ${start} GROUP BY j.subject_id`
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
): WeeklyEarnings | undefined {
  const earned: Record<number, number> = {};
  let acknowledged: number | undefined;
  for (const [part, id, amount] of readRows(weeklyStatement(bootId, guid, since, confirmed), 3)) {
    if (part === "0") acknowledged = toInteger(amount);
    else earned[toInteger(id)] = (earned[toInteger(id)] ?? 0) + toInteger(amount);
  }
  return acknowledged === undefined ? undefined : { earned, acknowledged };
}
