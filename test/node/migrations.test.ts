import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { execute, select } from "../../server-bridge/node/database/query";
import { migrate, MIGRATIONS_TABLE, NewerSchemaError } from "../../server-bridge/node/migrations/migrate";
import { createEmptyDatabase, silentLog, type TestDatabase } from "../database";

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

async function versions(): Promise<unknown[]> {
  const rows = await select(database.pool, `SELECT version FROM ${MIGRATIONS_TABLE} ORDER BY version`);
  return rows.map((row) => row.version);
}

async function synergies(): Promise<unknown> {
  const [row] = await select(database.pool, "SELECT COUNT(*) AS count FROM dc_system_synergies");
  return row?.count;
}

test("migrating twice is migrating once", async () => {
  await migrate(database.url, silentLog);
  const before = await versions();
  await migrate(database.url, silentLog);
  expect(await versions()).toEqual(before);
  expect(before.length).toBeGreaterThan(1);
  expect(await synergies()).toBe(5);
});

test("bridges that start together migrate once", async () => {
  await Promise.all(Array.from({ length: 6 }, () => migrate(database.url, silentLog)));
  expect(await synergies()).toBe(5);
});

test("what an admin has put into the tables stays", async () => {
  await migrate(database.url, silentLog);
  await execute(database.pool, "DELETE FROM dc_system_synergies WHERE synergy_id > 1");
  await migrate(database.url, silentLog);
  expect(await synergies()).toBe(1);
});

describe("a database that a newer version has migrated", () => {
  beforeEach(async () => {
    await migrate(database.url, silentLog);
    await execute(database.pool, `INSERT INTO ${MIGRATIONS_TABLE} (version, name) VALUES (9999, 'future')`);
  });

  test("is left alone, with a message that says what to do", async () => {
    const attempt = migrate(database.url, silentLog);
    await expect(attempt).rejects.toThrow(NewerSchemaError);
    await expect(attempt).rejects.toThrow(/schema version 9999, .* Start the newer dc-bridge/);
  });
});

test("a migration that fails says which and what to do", async () => {
  await execute(database.pool, "CREATE TABLE dc_ledger (nothing INT)");
  const attempt = migrate(database.url, silentLog);
  await expect(attempt).rejects.toThrow(
    /^Migration 1 \(main-tables\) stopped halfway: .*dc_ledger.* Restore/,
  );
});

test("the tables use InnoDB and utf8mb4, whatever the database's defaults are", async () => {
  await execute(database.pool, "ALTER DATABASE CHARACTER SET latin1");
  await migrate(database.url, silentLog);
  const tables = await select(
    database.pool,
    `SELECT TABLE_NAME AS name, ENGINE AS engine, TABLE_COLLATION AS collation_name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '${MIGRATIONS_TABLE}'`,
  );
  expect(tables.length).toBeGreaterThan(9);
  for (const table of tables) {
    expect(table).toMatchObject({ engine: "InnoDB", collation_name: expect.stringMatching(/^utf8mb4/) });
  }
});
