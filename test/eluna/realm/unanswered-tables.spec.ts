import { calendarQuery } from "../../../server-bridge/eluna/tables/calendar-table";
import { CURRENCIES } from "../../../server-bridge/eluna/tables/currency-definitions";
import { BOSSES } from "../../../server-bridge/eluna/tables/dungeon-bosses";
import type { TableQuery } from "../../../server-bridge/eluna/tables/read-rows";
import { SETTINGS } from "../../../server-bridge/eluna/tables/settings-table";
import { SYNERGIES, SYNERGY_CAPS } from "../../../server-bridge/eluna/tables/synergy-table";
import { expectEqual } from "../../shared/expectations";
import { execute, refuse } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { acknowledgeAll, beginWeek, playing, run, setCap, tell } from "./playing";

const LONGEST_WAIT = 6000;
const BOSS = { name: "Boss of a spec", entry: 123456, level: 80 };

/** Leaves the question without an answer, until `answer`. */
function refuseTable({ sql }: TableQuery): void {
  refuse(sql, 1000);
}

function answer(realm: Realm): void {
  refuse("", 0);
  pass(realm, LONGEST_WAIT);
}

function weekly(realm: Realm): unknown[] {
  return run(realm, "return DC.PlayerProfile:GetWeeklyEarned(7, 2)");
}

after_each(() => {
  refuse("", 0);
  execute("UPDATE dc_currency_definitions SET weekly_cap = 0");
});

describe("where the database does not tell", () => {
  it("the currencies, their caps stay until it does", () => {
    const realm = playing();
    setCap(realm, 100);
    refuseTable(CURRENCIES);
    setCap(realm, 50);
    expectEqual(weekly(realm), [0, 100]);
    answer(realm);
    expectEqual(weekly(realm), [0, 50]);
  });

  it("the settings, those before stay until it does, and a complaint is not taken for over", () => {
    const realm = playing();
    const xp = "DC.Emit.PvpKill(7, {}) return DC.PlayerProfile:GetCurrency(7, 1)";
    const insert = "INSERT INTO dc_settings VALUES ";
    execute(`${insert}('pvp_season_xp', '400', '250', '0', '1000000', 'season xp', '')`);
    execute(`${insert}('boss_season_xp', 'many', '500', '0', '1000000', 'season xp', '')`);
    tell(realm, "config_changed", "dc_settings");
    refuseTable(SETTINGS);
    execute("UPDATE dc_settings SET value = '30' WHERE name = 'pvp_season_xp'");
    tell(realm, "config_changed", "dc_settings");
    expectEqual(run(realm, xp), [400]);
    answer(realm);
    expectEqual(run(realm, xp), [430]);
    expectEqual(errorsOf(realm).filter((line) => line.includes("boss_season_xp")).length, 1);
  });

  for (const query of [SYNERGIES, SYNERGY_CAPS]) {
    it(`the synergies, they stay until it does: ${query.columns} columns`, () => {
      const realm = playing();
      const bonus = "return DC.Synergy:GetBonusMultiplier(7, 'itemupgrade', 'cost_reduction_percent')";
      run(realm, "DC.PlayerProfile:SetStat(7, 'prestige_level', 10)");
      refuseTable(query);
      execute("INSERT INTO dc_synergy_caps VALUES ('itemupgrade', 'cost_reduction_percent', 0, 1.05)");
      tell(realm, "config_changed", "dc_synergy_caps");
      expectEqual(run(realm, bonus), [1.1]);
      answer(realm);
      expectEqual(run(realm, bonus), [1.05]);
    });
  }

  it("the bosses, they stay until it does", () => {
    const realm = playing();
    execute(
      "INSERT INTO dc_dungeon_bosses (map_id, creature_entry, dungeon_name) VALUES (0, 123456, 'Spec')",
    );
    tell(realm, "config_changed", "dc_dungeon_bosses");
    run(realm, 'bosses = 0 DC.EventBus:Subscribe("BOSS_KILL", function() bosses = bosses + 1 end)');
    const kill = (): unknown => {
      realm.world.killCreature("Thrall", BOSS);
      return run(realm, "return bosses")[0];
    };
    refuseTable(BOSSES);
    execute("DELETE FROM dc_dungeon_bosses WHERE creature_entry = 123456");
    tell(realm, "config_changed", "dc_dungeon_bosses");
    expectEqual(kill(), 1);
    answer(realm);
    expectEqual(kill(), 1);
  });
});

describe("where the database does not tell the calendar", () => {
  it("the week that is known goes on: what was earned before it does not count again", () => {
    const realm = playing();
    setCap(realm, 100);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 90, 'spec')");
    pass(realm, 100);
    acknowledgeAll();
    beginWeek(realm);
    refuseTable(calendarQuery(1));
    tell(realm, "config_changed", "dc_calendar");
    expectEqual(weekly(realm), [0, 100]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 100, 'spec')"), [true]);
  });

  it("a season's start waits until everybody can enter it", () => {
    const realm = playing();
    run(
      realm,
      `starts = 0
      DC.EventBus:Subscribe("SEASON_START", function() starts = starts + 1 end)
      DC.PlayerProfile:SetStat(7, "season_pass_level", 9)`,
    );
    refuseTable(calendarQuery(1));
    execute(
      "REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset, season_id) VALUES (1, 1600000000, 1600086400, 4000000000, 1600000000, 3)",
    );
    tell(realm, "season_start", "", 3);
    expectEqual(run(realm, "return starts, DC.PlayerProfile:GetStat(7, 'season_pass_level')"), [0, 9]);
    answer(realm);
    expectEqual(run(realm, "return starts, DC.PlayerProfile:GetStat(7, 'season_pass_level')"), [1, 0]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'current_season_id')"), [3]);
  });
});
