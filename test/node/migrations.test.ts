import { readFileSync } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { execute, select } from "../../server-bridge/node/database/query";
import { migrate, MIGRATIONS_TABLE, NewerSchemaError } from "../../server-bridge/node/migrations/migrate";
import { createEmptyDatabase, silentLog, type TestDatabase } from "../database";

/** It knows Lua's globals, and cannot be imported here. */
const SCHEMA_GATE = "server-bridge/eluna/tables/schema-gate.ts";
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

test("the realm script waits for the last of them", async () => {
  await migrate(database.url, silentLog);
  const [gate] = /(?<=SCHEMA_VERSION = )\d+/.exec(readFileSync(SCHEMA_GATE, "utf8")) ?? [];
  expect((await versions()).at(-1)).toBe(Number(gate));
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

/** Takes back what migration 12 has made. */
async function beforeRequestIds(): Promise<void> {
  await execute(database.pool, `DELETE FROM ${MIGRATIONS_TABLE} WHERE version >= 12`);
  await execute(database.pool, "DROP TABLE dc_inbox_events");
  await execute(
    database.pool,
    `ALTER TABLE dc_inbox DROP COLUMN request_id,
       MODIFY status ENUM('new', 'taken', 'done', 'refused') NOT NULL DEFAULT 'new'`,
  );
  for (const table of ["dc_journal", "dc_ledger", "dc_journal_rejected"]) {
    await execute(
      database.pool,
      `ALTER TABLE ${table} MODIFY request_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL`,
    );
  }
}

/** Takes the migrations from 8 on back, so that the next start runs them. */
async function beforeLastBosses(): Promise<void> {
  await execute(database.pool, `DELETE FROM ${MIGRATIONS_TABLE} WHERE version >= 8`);
  await execute(database.pool, "DELETE FROM dc_dungeon_bosses WHERE creature_entry = 23980");
  await execute(database.pool, "ALTER TABLE dc_dungeon_bosses DROP COLUMN completes_dungeon");
  await execute(database.pool, "ALTER TABLE dc_calendar DROP COLUMN last_season_id, DROP COLUMN reset_rules");
  await execute(database.pool, "ALTER TABLE dc_bridge DROP COLUMN reset_rules");
  await beforeRequestIds();
  await execute(
    database.pool,
    "ALTER TABLE dc_inbox MODIFY created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP",
  );
}

async function keepBosses(): Promise<unknown[]> {
  const rows = await select(
    database.pool,
    "SELECT creature_entry, dungeon_name FROM dc_dungeon_bosses WHERE map_id = 574 ORDER BY creature_entry",
  );
  return rows.map((row) => [row.creature_entry, row.dungeon_name]);
}

test("Ingvar's second form is added beside his first, and not over an admin's row", async () => {
  await migrate(database.url, silentLog);
  await beforeLastBosses();
  await migrate(database.url, silentLog);
  expect(await keepBosses()).toEqual([
    [23954, "Utgarde Keep"],
    [23980, "Utgarde Keep"],
  ]);
  await beforeLastBosses();
  await execute(database.pool, "DELETE FROM dc_dungeon_bosses WHERE map_id = 574");
  await execute(
    database.pool,
    "INSERT INTO dc_dungeon_bosses VALUES (574, 23980, 'Keep'), (574, 24200, 'Keep')",
  );
  await migrate(database.url, silentLog);
  expect(await keepBosses()).toEqual([
    [23980, "Keep"],
    [24200, "Keep"],
  ]);
});

test("every boss that was there completes its dungeon as before, and so does one that does not say", async () => {
  await migrate(database.url, silentLog);
  await beforeLastBosses();
  await execute(database.pool, "INSERT INTO dc_dungeon_bosses VALUES (574, 24200, 'Keep')");
  await migrate(database.url, silentLog);
  await execute(
    database.pool,
    "INSERT INTO dc_dungeon_bosses (map_id, creature_entry, dungeon_name) VALUES (574, 24201, 'Keep')",
  );
  const counts = await select(
    database.pool,
    "SELECT completes_dungeon, COUNT(*) AS bosses FROM dc_dungeon_bosses GROUP BY completes_dungeon",
  );
  expect(counts).toEqual([{ completes_dungeon: 1, bosses: 19 }]);
});

test("requests of the inbox keep their time, and get a finer one from then on", async () => {
  await migrate(database.url, silentLog);
  await beforeLastBosses();
  const insert = "INSERT INTO dc_inbox (kind, player_guid) VALUES ('earn', 1)";
  await execute(database.pool, insert);
  await execute(database.pool, "UPDATE dc_inbox SET created_at = '2026-11-23 10:00:00'");
  await migrate(database.url, silentLog);
  await execute(database.pool, insert);
  await execute(database.pool, "UPDATE dc_inbox SET status = 'done'");
  const [old, fresh] = await select(
    database.pool,
    "SELECT CAST(created_at AS CHAR) AS at, NOW(6) - created_at < 60 AS recent FROM dc_inbox ORDER BY inbox_id",
  );
  expect(old).toMatchObject({ at: "2026-11-23 10:00:00.000000" });
  expect(Number(fresh?.recent)).toBe(1);
});

test("requests that stand in inbox and ledger stay as they are, and have no name in the inbox", async () => {
  await migrate(database.url, silentLog);
  await beforeRequestIds();
  const insert = "INSERT INTO dc_inbox (kind, player_guid, status, reason) VALUES";
  await execute(database.pool, `${insert} ('earn', 1, 'refused', 'not_enough'), ('earn', 2, 'new', '')`);
  await execute(
    database.pool,
    "INSERT INTO dc_ledger SELECT 1, 1, 7, 'earn', '', 2, 5, 5, 'shop', '', NOW(), 'order-aB '",
  );
  await migrate(database.url, silentLog);
  const inbox = "SELECT player_guid, status, reason, request_id FROM dc_inbox ORDER BY inbox_id";
  expect(await select(database.pool, inbox)).toEqual([
    { player_guid: 1, status: "refused", reason: "not_enough", request_id: null },
    { player_guid: 2, status: "new", reason: "", request_id: null },
  ]);
  expect(await select(database.pool, "SELECT request_id FROM dc_ledger")).toEqual([
    { request_id: "order-aB " },
  ]);
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
