import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { NUMBER_TYPES, type NumberType } from "../../shared/catalog/number-types";
import { PROFILE_FIELDS } from "../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import { MAXIMUM_SOURCE_LENGTH } from "../../shared/profile/check-operation";
import { OPERATION_KINDS } from "../../shared/profile/operation";
import { execute, type Row, select } from "../../server-bridge/node/database/query";
import { JOURNAL_COLUMNS } from "../../server-bridge/node/journal/journal-row";
import { createDatabase, type TestDatabase } from "../database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

async function columnsOf(table: string): Promise<Row[]> {
  return select(
    database.pool,
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  );
}

async function typeOf(table: string, column: string): Promise<string> {
  const columns = await columnsOf(table);
  return String(columns.find((candidate) => candidate.name === column)?.type);
}

/** How the server words a type; MySQL 8 leaves the width in brackets out. */
const WORDED: Readonly<Record<NumberType, RegExp>> = {
  boolean: /^tinyint\(1\)$/,
  u8: /^tinyint(\(\d+\))? unsigned$/,
  u32: /^int(\(\d+\))? unsigned$/,
  u64: /^bigint(\(\d+\))? unsigned$/,
  timestamp: /^timestamp$/,
};

describe("dc_player_profile", () => {
  test("has the catalog's columns in their order, and no other but key, account and mark", async () => {
    const names = (await columnsOf("dc_player_profile")).map((column) => column.name);
    const fields = PROFILE_FIELDS.map((field) => field.column);
    expect(names).toEqual(["player_guid", "account_id", ...fields, "foreign_at"]);
  });

  test.each(PROFILE_FIELDS)("$column has the type $type", async ({ column, type }) => {
    expect(await typeOf("dc_player_profile", column)).toMatch(WORDED[type]);
  });

  test.each(PROFILE_FIELDS)("$column holds the end of its range", async ({ column, type }) => {
    const { maximum } = NUMBER_TYPES[type];
    const value = type === "timestamp" ? "FROM_UNIXTIME(?)" : "?";
    const insert = `REPLACE INTO dc_player_profile (player_guid, ${column}) VALUES (1, ${value})`;
    await execute(database.pool, insert, [maximum]);
    const read = type === "timestamp" ? `UNIX_TIMESTAMP(${column})` : column;
    const [row] = await select(database.pool, `SELECT ${read} AS value FROM dc_player_profile`);
    expect(Number(row?.value)).toBe(maximum);
  });

  test.each(PROFILE_FIELDS.filter(({ type }) => type === "u8" || type === "u32"))(
    "$column holds nothing beyond it",
    async ({ column, type }) => {
      const insert = `REPLACE INTO dc_player_profile (player_guid, ${column}) VALUES (1, ?)`;
      await expect(execute(database.pool, insert, [NUMBER_TYPES[type].maximum + 1])).rejects.toThrow(
        /Out of range/,
      );
    },
  );
});

function enumOf(words: readonly string[]): string {
  return `enum(${words.map((word) => `'${word}'`).join(",")})`;
}

describe("lists of words", () => {
  test.each(["dc_player_unlocks", "dc_unlock_definitions"])(
    "%s knows the catalog's unlock types",
    async (table) => {
      expect(await typeOf(table, "unlock_type")).toBe(enumOf(UNLOCK_TYPES.map((type) => type.name)));
    },
  );

  test.each(["dc_journal", "dc_ledger"])("%s knows every kind of operation", async (table) => {
    expect(await typeOf(table, "kind")).toBe(enumOf(OPERATION_KINDS));
  });
});

describe("sources", () => {
  test.each([
    ["dc_player_unlocks", "source_system"],
    ["dc_journal", "source"],
    ["dc_ledger", "source"],
    ["dc_journal_rejected", "source"],
    ["dc_journal", "cause"],
    ["dc_ledger", "cause"],
    ["dc_journal_rejected", "cause"],
  ])("%s.%s holds the longest", async (table, column) => {
    expect(await typeOf(table, column)).toBe(`varchar(${MAXIMUM_SOURCE_LENGTH})`);
  });
});

describe("the queue and the tables that its rows go to", () => {
  test("dc_journal has the columns that the bridge copies", async () => {
    const names = (await columnsOf("dc_journal")).map((column) => column.name);
    expect(names).toEqual(["boot_id", ...JOURNAL_COLUMNS]);
  });

  test("dc_journal_rejected holds whatever dc_journal can", async () => {
    const kept = new Map(
      (await columnsOf("dc_journal_rejected")).map((column) => [column.name, column.type]),
    );
    for (const column of await columnsOf("dc_journal")) {
      if (column.name !== "kind") expect(kept.get(column.name)).toBe(column.type);
    }
    const longestKind = Math.max(...OPERATION_KINDS.map((kind) => kind.length));
    expect(longestKind).toBeLessThanOrEqual(16);
  });
});
