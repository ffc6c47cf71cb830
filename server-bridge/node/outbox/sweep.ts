import { CHANGE_KINDS } from "../../../shared/catalog/outbox-kinds";
import type { Pool } from "../database/pool";
import { execute } from "../database/query";
import { literal } from "../database/statement-text";
import type { Repeat } from "../lifecycle/repeat";

const ROWS_PER_SWEEP = 1000;

/**
 * Deletes messages that no realm has taken for `ageSeconds`, and marks the boots that a later one has replaced. A realm
 * that starts reads all tables, and so does not need the messages to read them; what the calendar says happens once, and
 * stays until it is taken.
 */
export async function sweep(pool: Pool, ageSeconds: number): Promise<Repeat> {
  const deleted = await execute(
    pool,
    `DELETE FROM dc_outbox WHERE created_at < CURRENT_TIMESTAMP - INTERVAL ? SECOND
       AND kind IN (${CHANGE_KINDS.map(literal).join(", ")})
     ORDER BY outbox_id LIMIT ${ROWS_PER_SWEEP}`,
    [ageSeconds],
  );
  await execute(
    pool,
    `UPDATE dc_boot older JOIN dc_boot newer ON newer.realm_id = older.realm_id AND newer.boot_id > older.boot_id
     SET older.superseded = TRUE WHERE older.superseded = FALSE`,
  );
  return { again: deleted === ROWS_PER_SWEEP };
}
