import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { defaultIntegrationSettings, INTEGRATION_SETTINGS } from "../../shared/catalog/integration-settings";
import { NUMBER_TYPES, type NumberType } from "../../shared/catalog/number-types";
import { PROFILE_FIELDS } from "../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import { MAXIMUM_REQUEST_LENGTH, MAXIMUM_SOURCE_LENGTH } from "../../shared/profile/check-arguments";
import { findRequestKind, OPERATION_KINDS } from "../../shared/profile/operation";
import { checkIcon } from "../../server-bridge/node/admin-tables/texts";
import { CALENDAR_KINDS, OUTBOX_KINDS } from "../../shared/catalog/outbox-kinds";
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

const UNLOCK_TYPE_NAMES = UNLOCK_TYPES.map((type) => type.name);
const REQUEST_KINDS = OPERATION_KINDS.filter((kind) => findRequestKind(kind) !== undefined);

/** Every list of words in the tables, and the words that the programs know. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "dc_calendar_events.kind": CALENDAR_KINDS,
  "dc_inbox.kind": ["event", ...REQUEST_KINDS],
  "dc_inbox.status": ["new", "taken", "done", "refused", "repeated"],
  "dc_journal.kind": OPERATION_KINDS,
  "dc_ledger.kind": OPERATION_KINDS,
  "dc_outbox.kind": OUTBOX_KINDS,
  "dc_player_unlocks.unlock_type": UNLOCK_TYPE_NAMES,
  "dc_unlock_definitions.unlock_type": UNLOCK_TYPE_NAMES,
};

describe("lists of words", () => {
  test.each(Object.entries(WORDS))("%s has the words that the programs know", async (place, words) => {
    const [table = "", column = ""] = place.split(".");
    expect(await typeOf(table, column)).toBe(`enum(${words.map((word) => `'${word}'`).join(",")})`);
  });

  test("are all held here", async () => {
    const columns = await select(
      database.pool,
      `SELECT TABLE_NAME AS tbl, COLUMN_NAME AS col FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('enum', 'set') ORDER BY 1, 2`,
    );
    expect(columns.map(({ tbl, col }) => `${String(tbl)}.${String(col)}`)).toEqual(Object.keys(WORDS));
  });
});

describe("rows that the migrations bring", () => {
  const settings = defaultIntegrationSettings();

  test("name the unlocks that the integrations give by default, and no other", async () => {
    const rows = await select(
      database.pool,
      "SELECT unlock_type, unlock_id FROM dc_unlock_definitions ORDER BY unlock_type, unlock_id",
    );
    expect(rows).toEqual([
      { unlock_type: "title", unlock_id: settings.title_veteran },
      { unlock_type: "mount", unlock_id: settings.mount_prestige },
      { unlock_type: "cosmetic", unlock_id: settings.cosmetic_legendary_aura },
    ]);
  });

  test("name the currencies of the integrations, and no other", async () => {
    const rows = await select(
      database.pool,
      "SELECT currency_id FROM dc_currency_definitions ORDER BY currency_id",
    );
    const ids = INTEGRATION_SETTINGS.filter(({ unit }) => unit === "currency id").map((row) => row.default);
    expect(rows.map((row) => row.currency_id)).toEqual(ids);
  });
});

describe("icons of the unlock types", () => {
  test.each(UNLOCK_TYPES)("$name has one that an admin could also write into the table", async (type) => {
    expect(checkIcon(type.icon)).toBeUndefined();
    const insert = "INSERT INTO dc_unlock_definitions VALUES (?, 1, 'Icon', ?)";
    await execute(database.pool, insert, [type.name, type.icon]);
    const [row] = await select(
      database.pool,
      "SELECT icon FROM dc_unlock_definitions WHERE unlock_type = ? AND unlock_id = 1",
      [type.name],
    );
    expect(row?.icon).toBe(type.icon);
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

describe("names of requests", () => {
  test("are held by dc_inbox with one character more, so that one that was cut is seen to be too long", async () => {
    expect(await typeOf("dc_inbox", "source")).toBe(`varchar(${MAXIMUM_SOURCE_LENGTH})`);
    expect(await typeOf("dc_inbox", "request_id")).toBe(`varchar(${MAXIMUM_REQUEST_LENGTH + 1})`);
  });

  test.each(["dc_journal", "dc_ledger", "dc_journal_rejected", "dc_inbox_events"])(
    "are held by %s behind the longest source and a space, byte for byte",
    async (table) => {
      const longest = MAXIMUM_SOURCE_LENGTH + " ".length + MAXIMUM_REQUEST_LENGTH;
      expect(await typeOf(table, "request_id")).toBe(`varchar(${longest})`);
      const [column] = await select(
        database.pool,
        `SELECT COLLATION_NAME AS name FROM information_schema.COLUMNS
         WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND COLUMN_NAME = 'request_id'`,
        [table],
      );
      expect(column?.name).toBe("utf8mb4_bin");
    },
  );

  test("of events are held with the type that the inbox can hold", async () => {
    expect(await typeOf("dc_inbox_events", "name")).toBe(await typeOf("dc_inbox", "name"));
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
