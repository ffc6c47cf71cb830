import type { Pool, PoolConnection } from "./pool";

async function rollBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.rollback();
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
    await connection.beginTransaction();
    const result = await work(connection);
    await connection.commit();
    connection.release();
    return result;
  } catch (failure) {
    await rollBack(connection);
    throw failure;
  }
}
