import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { type PrivateMariadb, startPrivateMariadb } from "../../scripts/private-mariadb";
import { type Row, select } from "../../server-bridge/node/database/query";
import { MIGRATIONS_TABLE } from "../../server-bridge/node/migrations/migrate";
import { createDatabase, type TestDatabase } from "../database";

/** The default before MariaDB 10.10: the first TIMESTAMP of a table, if it says nothing else, follows every UPDATE of its row. */
const OLD_DEFAULTS = "--explicit-defaults-for-timestamp=0";

const folder = mkdtempSync(join(tmpdir(), "dc-defaults-"));
let server: PrivateMariadb;
let old: TestDatabase;
let usual: TestDatabase;

beforeAll(async () => {
  server = await startPrivateMariadb({ folder, settings: [OLD_DEFAULTS] });
  old = await createDatabase(server.port);
  usual = await createDatabase();
});

afterAll(async () => {
  await old.drop();
  await usual.drop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function columnsOf({ pool }: TestDatabase): Promise<Row[]> {
  return select(
    pool,
    `SELECT TABLE_NAME AS table_name, COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable,
       COLUMN_DEFAULT AS fallback, EXTRA AS extra FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> ? ORDER BY TABLE_NAME, ORDINAL_POSITION`,
    [MIGRATIONS_TABLE],
  );
}

test("the server has the old defaults", async () => {
  const [row] = await select(old.pool, "SELECT @@explicit_defaults_for_timestamp AS explicit");
  expect(row?.explicit).toBe(0);
});

test("every column is what it is elsewhere", async () => {
  expect(await columnsOf(old)).toEqual(await columnsOf(usual));
});

test("nothing but the marks of foreign changes follows an UPDATE of its row by itself", async () => {
  const columns = await columnsOf(old);
  const following = columns.filter(({ extra }) => /on update/i.test(String(extra)));
  expect(new Set(following.map(({ name }) => name))).toEqual(new Set(["foreign_at"]));
});
