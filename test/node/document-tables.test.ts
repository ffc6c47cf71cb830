import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { execute, type Row, select } from "../../server-bridge/node/database/query";
import { createDatabase, createEmptyDatabase, type TestDatabase } from "../database";

const { tables } = z
  .object({ tables: z.record(z.string(), z.array(z.string())) })
  .parse(JSON.parse(readFileSync("test/fixtures/document-tables.json", "utf8")));

/** What the project has beside the document. */
const ADDED = ["foreign_at", "item_upgrade_capacity"];
/** Other programs may insert a player of whom they know only the GUID. */
const NEW_DEFAULTS: Readonly<Record<string, string>> = { account_id: "0" };

let migrated: TestDatabase;
/** Has the tables as the document writes them, so that the server words both alike. */
let documented: TestDatabase;

beforeAll(async () => {
  [migrated, documented] = await Promise.all([createDatabase(), createEmptyDatabase()]);
  for (const [table, declarations] of Object.entries(tables)) {
    await execute(documented.pool, `CREATE TABLE ${table} (${declarations.join(", ")})`);
  }
});

afterAll(() => Promise.all([migrated.drop(), documented.drop()]));

async function columnsOf({ pool }: TestDatabase, table: string): Promise<Row[]> {
  return select(
    pool,
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, COLUMN_DEFAULT AS preset, EXTRA AS extra
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  );
}

async function keysOf({ pool }: TestDatabase, table: string): Promise<Row[]> {
  return select(
    pool,
    `SELECT INDEX_NAME AS name, COLUMN_NAME AS \`column\`, SEQ_IN_INDEX AS place FROM information_schema.STATISTICS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND INDEX_NAME <> 'idx_foreign'
     ORDER BY INDEX_NAME, SEQ_IN_INDEX`,
    [table],
  );
}

function isDocumented({ name }: Row): boolean {
  return !ADDED.includes(String(name));
}

function withNewDefault(column: Row): Row {
  const preset = NEW_DEFAULTS[String(column.name)];
  return preset === undefined ? column : { ...column, preset };
}

describe.each(Object.keys(tables))("the document's table %s", (table) => {
  test("has its columns with their types and defaults, in their order", async () => {
    const expected = await columnsOf(documented, table);
    expect(expected.length).toBeGreaterThan(4);
    const columns = await columnsOf(migrated, table);
    expect(columns.filter(isDocumented)).toEqual(expected.map(withNewDefault));
  });

  test("has its keys", async () => {
    expect(await keysOf(migrated, table)).toEqual(await keysOf(documented, table));
  });
});
