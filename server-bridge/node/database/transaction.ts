import { retryPlanOf } from "./failures";
import { execute } from "./query";
import type { Pool, PoolConnection } from "./pool";

/** A connection that failed by itself is thrown away: a ROLLBACK on it might never be answered, and the server does it. */
async function rollBack(connection: PoolConnection, failure: unknown): Promise<void> {
  if (retryPlanOf(failure)?.reason === "away") {
    connection.destroy();
    return;
  }
  try {
    await execute(connection, "ROLLBACK");
    connection.release();
  } catch {
    connection.destroy();
  }
}

/** Runs `work` in a transaction of its own and commits it; whatever fails rolls all of it back. */
export async function transaction<T>(
  pool: Pool,
  work: (this: void, connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection();
  try {
    await execute(connection, "START TRANSACTION");
    const result = await work(connection);
    await execute(connection, "COMMIT");
    connection.release();
    return result;
  } catch (failure) {
    await rollBack(connection, failure);
    throw failure;
  }
}
