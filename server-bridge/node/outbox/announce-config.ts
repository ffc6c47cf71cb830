import type { ChangeKind } from "../../../shared/catalog/outbox-kinds";
import { OtherBridgeError } from "../database/failures";
import type { PoolConnection } from "../database/pool";
import { execute, select, wholeNumber } from "../database/query";
import { literal } from "../database/statement-text";

const CONFIG_CHANGED: ChangeKind = "config_changed";
/** The most that a bridge waits for another one that tells the same realm, in seconds. */
const LOCK_WAIT_S = 10;

/** Messages of the same kind that the realm has not taken yet are covered by the new one, which comes before they go. */
async function announce(connection: PoolConnection, realm: number, table: string): Promise<void> {
  await execute(connection, "INSERT INTO dc_outbox (realm_id, kind, subject) VALUES (?, ?, ?)", [
    realm,
    CONFIG_CHANGED,
    table,
  ]);
  await execute(
    connection,
    `DELETE FROM dc_outbox
     WHERE realm_id = ? AND outbox_id < LAST_INSERT_ID() AND kind = ? AND subject = ?`,
    [realm, CONFIG_CHANGED, table],
  );
}

/**
 * Tells the realm to read `tables` again: the last statements of the caller's transaction. One bridge at a time, as two that take
 * each other's messages off the queue would end in a deadlock; not by a lock of a row, which somebody else may hold for long.
 *
 * @throws {OtherBridgeError} If another bridge is at it for too long.
 */
export async function announceConfig(
  connection: PoolConnection,
  realm: number,
  tables: readonly string[],
): Promise<void> {
  const lock = `CONCAT('dc_tables.', MD5(DATABASE()), '.', ${literal(realm)})`;
  const [row] = await select(connection, `SELECT GET_LOCK(${lock}, ${LOCK_WAIT_S}) AS locked`);
  if (wholeNumber(row?.locked) !== 1) throw new OtherBridgeError(`tells realm ${realm} of changed tables`);
  try {
    for (const table of tables) await announce(connection, realm, table);
  } finally {
    await select(connection, `SELECT RELEASE_LOCK(${lock})`);
  }
}
