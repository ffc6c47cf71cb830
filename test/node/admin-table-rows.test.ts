import { beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import { seedSettings } from "../../server-bridge/node/admin-tables/seed-settings";
import { AdminTableWatch } from "../../server-bridge/node/admin-tables/table-watch";
import { execute } from "../../server-bridge/node/database/query";
import { createDatabase, type TestDatabase } from "../database";
import { keepLog, type KeptLog } from "./kept-log";

const REALM_LOST = 300;
let database: TestDatabase;
let kept: KeptLog;
let watch: AdminTableWatch;

describe("rows with something wrong", () => {
  beforeEach(async () => {
    database = await createDatabase();
    await seedSettings(database.pool);
    kept = keepLog();
    watch = new AdminTableWatch(database.pool, REALM_LOST, kept.log);
    await watch.look();
    expect(kept.take()).toEqual([]);
    return () => database.drop();
  });

  async function complaints(...statements: string[]): Promise<string[]> {
    for (const statement of statements) await execute(database.pool, statement);
    await watch.look();
    return kept.take();
  }

  test("settings", async () => {
    const faults = await complaints(
      "UPDATE dc_settings SET value = 'many' WHERE name = 'boss_season_xp'",
      "UPDATE dc_settings SET value = '1001' WHERE name = 'prestige_capacity'",
      "INSERT INTO dc_settings VALUES ('gone', '1', '1', '0', '9', 'x', 'of an older version')",
    );
    expect(faults).toEqual([
      "dc_settings: setting 'boss_season_xp': 'many' is not a whole number",
      "dc_settings: there is no setting 'gone'",
      "dc_settings: setting 'prestige_capacity': 1001 is not within 0 to 1000 slots",
    ]);
  });

  test("synergies, but for disabled ones; systems of scripts have whatever values are asked for", async () => {
    const faults = await complaints(
      `INSERT INTO dc_system_synergies VALUES
       (50, 'Typo', 'prestige', '{"presige_level": 1}', 'a', '{"b_percent": 1}', TRUE),
       (51, 'Script', 'guildhalls', '{"rank": 1}', 'a', '{"b_percent": 1}', TRUE),
       (52, 'Draft', 'prestige', '', '', '', FALSE),
       (53, 'Broken', 'prestige', '{"talents": 1}', 'a', '', TRUE),
       (54, 'Column', 'prestige', '{"mythic_rating": 1}', 'a', '{"b_percent": 1}', TRUE)`,
    );
    expect(faults).toEqual([
      "dc_system_synergies: synergy 50 'Typo': source_condition: 'presige_level' is none of the project's own values of " +
        "'prestige': the row counts only while a script has registered it",
      "dc_system_synergies: synergy 53 'Broken': target_effect: it is empty",
    ]);
  });

  test("currencies", async () => {
    const faults = await complaints(
      `INSERT INTO dc_currency_definitions VALUES
       (0, 'Nothing', '', 0), (7, ' ', '', 0), (8, 'Slash', 'Interface/Icons/X', 0),
       (9, 'Bare', 'Interface\\Icons\\X', 0), (10, 'Much', '', 9007199254740992), (11, 'Most', '', 9007199254740991)`,
    );
    const hint = "is not a texture path like Interface\\Icons\\INV_Misc_Coin_01";
    expect(faults).toEqual([
      "dc_currency_definitions: currency 0 'Nothing': currencyId must be from 1 to 4294967295",
      "dc_currency_definitions: currency 7 ' ': name is empty",
      expect.stringContaining(`currency 8 'Slash': icon 'Interface/Icons/X' ${hint}`),
      expect.stringContaining(`currency 9 'Bare': icon 'InterfaceIconsX' ${hint}`),
      "dc_currency_definitions: currency 10 'Much': weekly_cap must be at most 9007199254740991",
    ]);
  });

  test("unlock definitions and dungeon bosses", async () => {
    const faults = await complaints(
      "INSERT INTO dc_unlock_definitions VALUES ('pet', 5, '', ''), ('pet', 0, 'Rat', '')",
      "INSERT INTO dc_unlock_definitions VALUES ('pet', 6, 'Cat', 'Interface\\\\Icons\\\\')",
      "INSERT INTO dc_dungeon_bosses VALUES (33, 0, 'Shadowfang Keep', 1), (36, 639, '', 0)",
      "INSERT INTO dc_dungeon_bosses VALUES (43, 3654, 'Wailing Caverns', 0), (47, 4421, 'Razorfen Kraul', 2)",
      "INSERT INTO dc_dungeon_bosses VALUES (48, 4829, 'Blackfathom Deeps', -1)",
    );
    expect(faults).toEqual([
      "dc_unlock_definitions: pet 0 'Rat': unlockId must be from 1 to 4294967295",
      "dc_unlock_definitions: pet 5 '': name is empty",
      expect.stringContaining("pet 6 'Cat': icon 'Interface\\Icons\\' is not a texture path"),
      "dc_dungeon_bosses: boss 0 of map 33: creature_entry is 0, which no creature has",
      "dc_dungeon_bosses: boss 639 of map 36: dungeon_name is empty",
      "dc_dungeon_bosses: boss 4421 of map 47: completes_dungeon is 2, not 0 or 1: it counts as 1",
      "dc_dungeon_bosses: boss 4829 of map 48: completes_dungeon is -1, not 0 or 1: it counts as 1",
    ]);
  });

  test("seasons", async () => {
    const faults = await complaints(
      `INSERT INTO dc_seasons VALUES
       (0, 'Zero', '2026-01-01', '2026-02-01'), (1, 'Unplanned', NULL, NULL),
       (2, 'Backwards', '2026-03-02', '2026-03-01'), (3, 'Empty', '2026-03-02', '2026-03-02'),
       (4, 'Spring', '2026-04-01', '2026-06-01'), (5, 'Summer', '2026-06-01', '2026-09-01'),
       (6, 'Extra', '2026-05-31 23:59:59', '2026-06-01 00:00:01'), (7, 'Open', '2026-09-01', NULL),
       (8, 'Late', '2027-01-01', '2027-02-01')`,
    );
    expect(faults.sort()).toEqual([
      "dc_seasons: season 0 'Zero': season_id 0 means that no season runs",
      "dc_seasons: season 1 'Unplanned': starts_at is NULL, so it never starts",
      "dc_seasons: season 2 'Backwards': starts_at (2026-03-02 00:00:00 UTC) is not before ends_at (2026-03-01 00:00:00 UTC)",
      "dc_seasons: season 3 'Empty': starts_at (2026-03-02 00:00:00 UTC) is not before ends_at (2026-03-02 00:00:00 UTC)",
      "dc_seasons: season 5 'Summer': it overlaps season 6 'Extra', which ends 2026-06-01 00:00:01 UTC; one season runs at a time, and it waits until the other has ended",
      "dc_seasons: season 6 'Extra': it overlaps season 4 'Spring', which ends 2026-06-01 00:00:00 UTC; one season runs at a time, and it waits until the other has ended",
      "dc_seasons: season 8 'Late': it overlaps season 7 'Open', which ends never; one season runs at a time, and it waits until the other has ended",
    ]);
  });

  test("are told of once, and again when they have changed or come back", async () => {
    const bad = (value: string): string =>
      `UPDATE dc_settings SET value = '${value}' WHERE name = 'boss_season_xp'`;
    expect(await complaints(bad("x"))).toHaveLength(1);
    expect(await complaints("UPDATE dc_settings SET value = '1' WHERE name = 'pvp_season_xp'")).toEqual([]);
    expect(await complaints(bad("y"))).toEqual([
      "dc_settings: setting 'boss_season_xp': 'y' is not a whole number",
    ]);
    expect(await complaints(bad("5"))).toEqual([]);
    expect(await complaints(bad("y"))).toHaveLength(1);
  });

  test("caps of synergies", async () => {
    const faults = await complaints(
      "INSERT INTO dc_synergy_caps VALUES ('prestige', 'xp_multiplier', 0, 2), ('prestige', 'x_percent', 3, 2), ('', 'y_percent', 0, 2)",
    );
    expect(faults).toEqual([
      "dc_synergy_caps: cap of '' 'y_percent': target_system is empty",
      "dc_synergy_caps: cap of 'prestige' 'x_percent': minimum 3.0000 is above maximum 2.0000",
    ]);
  });
});
