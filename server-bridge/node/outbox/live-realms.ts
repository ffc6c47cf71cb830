import { type Queryable, select, wholeNumber } from "../database/query";

/**
 * The realms that run: those whose newest boot has said within `lostAfterSeconds` that it is there. One that comes
 * back later is told to read everybody again.
 */
export async function findLiveRealms(on: Queryable, lostAfterSeconds: number): Promise<number[]> {
  const rows = await select(
    on,
    `SELECT boot.realm_id FROM dc_boot boot
     JOIN (SELECT MAX(boot_id) AS boot_id FROM dc_boot GROUP BY realm_id) newest ON newest.boot_id = boot.boot_id
     WHERE boot.seen_at >= CURRENT_TIMESTAMP - INTERVAL ? SECOND`,
    [lostAfterSeconds],
  );
  return rows.map((row) => wholeNumber(row.realm_id));
}
