import type { PoolConnection } from "../database/pool";
import { execute } from "../database/query";

/**
 * Tells the realm to read `table` again, in the caller's transaction. Messages of the same kind that it has not taken yet
 * are covered by it. They go after it has come: of two bridges that do this at once the second finds the first one's.
 */
export async function announceConfig(
  connection: PoolConnection,
  realm: number,
  table: string,
): Promise<void> {
  await execute(
    connection,
    "INSERT INTO dc_outbox (realm_id, kind, subject) VALUES (?, 'config_changed', ?)",
    [realm, table],
  );
  await execute(
    connection,
    `DELETE FROM dc_outbox
     WHERE realm_id = ? AND outbox_id < LAST_INSERT_ID() AND kind = 'config_changed' AND subject = ?`,
    [realm, table],
  );
}
