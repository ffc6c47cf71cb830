import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import { ADMIN_TABLES } from "../../server-bridge/node/admin-tables/admin-tables";
import { seedSettings } from "../../server-bridge/node/admin-tables/seed-settings";
import { AdminTableWatch } from "../../server-bridge/node/admin-tables/table-watch";
import { execute, select } from "../../server-bridge/node/database/query";
import { persistently } from "../../server-bridge/node/database/retry";
import { INTEGRATION_SETTINGS } from "../../shared/catalog/integration-settings";
import { createDatabase, silentLog, type TestDatabase } from "../database";
import { BridgeProcess } from "./bridge-process";
import { keepLog, type KeptLog } from "./kept-log";
import { takeConfig } from "./outbox-messages";
import { RealmDouble } from "./realm-double";

const REALM_LOST = 300;
const never = new AbortController().signal;
const EVERY_TABLE = ADMIN_TABLES.map(({ name }) => `1 ${name}`);
let database: TestDatabase;
let realm: RealmDouble;
let kept: KeptLog;
let watch: AdminTableWatch;

function newWatch(): AdminTableWatch {
  return new AdminTableWatch(database.pool, REALM_LOST, kept.log);
}

function change(sql: string): Promise<number> {
  return execute(database.pool, sql);
}

/** What the realms are told after one look. */
async function noticed(): Promise<string[]> {
  await watch.look();
  return takeConfig(database.pool);
}

describe("seeding", () => {
  beforeAll(async () => {
    database = await createDatabase();
  });

  afterAll(() => database.drop());

  async function settings(): Promise<unknown[]> {
    return select(database.pool, "SELECT * FROM dc_settings ORDER BY name");
  }

  test("gives every setting of the catalog a row with its default", async () => {
    await seedSettings(database.pool);
    const expected = INTEGRATION_SETTINGS.map((setting) => ({
      name: setting.name,
      value: String(setting.default),
      default_value: String(setting.default),
      minimum: String(setting.minimum),
      maximum: String(setting.maximum),
      unit: setting.unit,
      description: setting.description,
    }));
    expect(await settings()).toEqual(expected.sort((left, right) => (left.name < right.name ? -1 : 1)));
  });

  test("twice changes nothing", async () => {
    const before = await settings();
    await seedSettings(database.pool);
    expect(await settings()).toEqual(before);
  });

  test("keeps an admin's values and unknown rows, and renews the descriptions", async () => {
    const before = await settings();
    await change("UPDATE dc_settings SET maximum = '0', unit = 'old', description = '', default_value = '7'");
    await change("UPDATE dc_settings SET value = '4242' WHERE name = 'boss_season_xp'");
    await change("DELETE FROM dc_settings WHERE name = 'pvp_season_xp'");
    await change("INSERT INTO dc_settings VALUES ('gone', '1', '1', '0', '9', 'x', 'of an older version')");
    await seedSettings(database.pool);
    const rows = await settings();
    expect(rows).toContainEqual(
      expect.objectContaining({ name: "boss_season_xp", value: "4242", unit: "season xp" }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ name: "gone", value: "1" }));
    await change("UPDATE dc_settings SET value = default_value WHERE name = 'boss_season_xp'");
    await change("DELETE FROM dc_settings WHERE name = 'gone'");
    expect(await settings()).toEqual(before);
  });
});

describe("the watch", () => {
  beforeAll(async () => {
    database = await createDatabase();
    await seedSettings(database.pool);
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    await change("DELETE FROM dc_boot");
    await change("DELETE FROM dc_outbox");
    realm = await RealmDouble.start(database.pool);
    kept = keepLog();
    watch = newWatch();
  });

  test("knows every column of its tables", async () => {
    for (const { name, columns } of ADMIN_TABLES) {
      const rows = await select(
        database.pool,
        `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
         WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
        [name],
      );
      expect(rows.map((row) => row.name)).toEqual(columns);
    }
  });

  test("has every table read at the start, and none again while nothing changes", async () => {
    expect(await noticed()).toEqual(EVERY_TABLE);
    expect(await noticed()).toEqual([]);
    expect(kept.take()).toEqual([]);
  });

  test.each([
    ["dc_settings", "UPDATE dc_settings SET value = '1' WHERE name = 'boss_season_xp'"],
    ["dc_system_synergies", "UPDATE dc_system_synergies SET enabled = FALSE WHERE synergy_id = 1"],
    ["dc_system_synergies", "DELETE FROM dc_system_synergies WHERE synergy_id = 2"],
    ["dc_currency_definitions", "INSERT INTO dc_currency_definitions (currency_id, name) VALUES (9, 'Nine')"],
    ["dc_unlock_definitions", "UPDATE dc_unlock_definitions SET name = 'Elder' WHERE unlock_type = 'title'"],
    ["dc_dungeon_bosses", "DELETE FROM dc_dungeon_bosses WHERE map_id = 574"],
    ["dc_dungeon_bosses", "UPDATE dc_dungeon_bosses SET completes_dungeon = 0 WHERE map_id = 576"],
    ["dc_seasons", "INSERT INTO dc_seasons VALUES (1, 'One', '2026-01-01', NULL)"],
    ["dc_seasons", "UPDATE dc_seasons SET starts_at = NULL, ends_at = '2026-01-01'"],
    ["dc_seasons", "DELETE FROM dc_seasons"],
  ])("%s: %s", async (table, sql) => {
    await noticed();
    await change(sql);
    expect(await noticed()).toEqual([`1 ${table}`]);
    expect(await noticed()).toEqual([]);
  });

  test("notices values that change places", async () => {
    await change("INSERT INTO dc_dungeon_bosses VALUES (1, 1, 'aaaa', 1), (1, 2, 'bbbb', 1)");
    await noticed();
    await change(
      "UPDATE dc_dungeon_bosses SET dungeon_name = IF(creature_entry = 1, 'bbbb', 'aaaa') WHERE map_id = 1",
    );
    expect(await noticed()).toEqual(["1 dc_dungeon_bosses"]);
  });

  test("tells every live realm, and one that was silent of everything once it is back", async () => {
    const second = await RealmDouble.start(database.pool, 2);
    await second.fallSilent(REALM_LOST + 5);
    await noticed();
    await change("UPDATE dc_settings SET value = '2' WHERE name = 'boss_season_xp'");
    expect(await noticed()).toEqual(["1 dc_settings"]);
    await second.fallSilent(0);
    expect(await noticed()).toEqual(EVERY_TABLE.map((message) => message.replace("1", "2")));
    await change("UPDATE dc_settings SET value = '3' WHERE name = 'boss_season_xp'");
    expect(await noticed()).toEqual(["1 dc_settings", "2 dc_settings"]);
  });

  test("leaves one message of a table, however often it changes before the realm looks", async () => {
    for (const value of ["5", "6", "7"]) {
      await change(`UPDATE dc_settings SET value = '${value}' WHERE name = 'boss_season_xp'`);
      await watch.look();
    }
    expect(await takeConfig(database.pool)).toHaveLength(EVERY_TABLE.length);
  });

  test.each([
    ["new", "DELETE FROM dc_calendar"],
    [
      "known",
      "INSERT INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset) VALUES (1, 0, 0, 0, 0)",
    ],
  ])("of two bridges at once leaves one message to a realm that is %s", async (_, prepare) => {
    await change(prepare);
    const other = newWatch();
    const look = (bridge: AdminTableWatch): Promise<unknown> =>
      persistently(() => bridge.look(), silentLog, never);
    await Promise.all([look(watch), look(other)]);
    expect((await takeConfig(database.pool)).sort()).toEqual([...EVERY_TABLE].sort());
    for (let round = 0; round < 20; round++) {
      await change(`UPDATE dc_settings SET value = '${round}' WHERE name = 'quest_season_xp'`);
      await Promise.all([look(watch), look(other)]);
      expect(await takeConfig(database.pool)).toEqual(["1 dc_settings"]);
    }
  });

  test("waits for nobody who holds a realm's calendar", async () => {
    await RealmDouble.start(database.pool, 2);
    await change("DELETE FROM dc_calendar");
    await change("INSERT INTO dc_calendar VALUES (1, 0, 0, 0, 0, 0, 0, ''), (2, 0, 0, 0, 0, 0, 0, '')");
    const holder = await database.pool.getConnection();
    await execute(holder, "START TRANSACTION");
    await execute(holder, "UPDATE dc_calendar SET season_id = 9");
    expect(await noticed()).toEqual([
      ...EVERY_TABLE,
      ...EVERY_TABLE.map((message) => message.replace("1", "2")),
    ]);
    await execute(holder, "ROLLBACK");
    holder.release();
  });

  test("leaves the realm's other messages alone", async () => {
    await change("INSERT INTO dc_outbox (realm_id, kind, player_guid) VALUES (1, 'player_changed', 5)");
    await noticed();
    expect(await realm.takeOutbox()).toEqual([{ kind: "player_changed", player_guid: 5 }]);
  });
});

test("a real bridge seeds, tells the realm of everything at the start and of a deleted synergy later", async () => {
  database = await createDatabase();
  await RealmDouble.start(database.pool);
  await change("INSERT INTO dc_settings VALUES ('gone', '1', '1', '0', '9', 'x', 'of an older version')");
  const bridge = await BridgeProcess.start(database.url);
  await bridge.says("dc_settings: there is no setting 'gone'");
  const told: string[] = [];
  while (!EVERY_TABLE.every((message) => told.includes(message))) {
    told.push(...(await takeConfig(database.pool)));
  }
  await change("DELETE FROM dc_system_synergies WHERE synergy_id = 3");
  const later: string[] = [];
  while (later.length === 0) {
    later.push(...(await takeConfig(database.pool)).filter((message) => EVERY_TABLE.includes(message)));
  }
  expect(later).toEqual(["1 dc_system_synergies"]);
  const [seeded] = await select(database.pool, "SELECT COUNT(*) AS count FROM dc_settings");
  expect(seeded).toEqual({ count: INTEGRATION_SETTINGS.length + 1 });
  expect(await bridge.stop()).toBe(0);
  await database.drop();
});
