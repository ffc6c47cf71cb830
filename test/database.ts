import { randomUUID } from "node:crypto";

import { createConnection } from "mysql2/promise";
import { pino } from "pino";
import { inject } from "vitest";

import { createPool, type Pool } from "../server-bridge/node/database/pool";
import { migrate } from "../server-bridge/node/migrations/migrate";

/** A log that nobody reads. */
export const silentLog = pino({ level: "silent" });

export interface TestDatabase {
  /** For `DC_DATABASE_URL`. */
  readonly url: string;
  /** Connections as the bridge has them. */
  readonly pool: Pool;
  /** Closes the pool and drops the database. */
  drop(this: void): Promise<void>;
}

async function run(port: number, sql: string): Promise<void> {
  const connection = await createConnection({ host: "127.0.0.1", port, user: "root" });
  await connection.query(sql);
  await connection.end();
}

/**
 * An empty database of its own name.
 *
 * @param port Of the server; the one that all test files share if it is left out.
 */
export async function createEmptyDatabase(port: number = inject("mariadbPort")): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(port, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = `mysql://root@127.0.0.1:${port}/${name}`;
  const pool = createPool(url, 10);
  const drop = async (): Promise<void> => {
    await pool.end();
    await run(port, `DROP DATABASE ${name}`);
  };
  return { url, pool, drop };
}

/** A database with the newest schema, and nothing in it but what the migrations insert. */
export async function createDatabase(port?: number): Promise<TestDatabase> {
  const database = await createEmptyDatabase(port);
  await migrate(database.url, silentLog);
  return database;
}
