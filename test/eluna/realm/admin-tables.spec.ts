import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { playing, run, tell } from "./playing";

describe("a setting", () => {
  it("counts as soon as the bridge has said that it changed; a wrong one is reported and the old one stays", () => {
    const realm = playing();
    execute(
      "INSERT INTO dc_settings VALUES ('pvp_season_xp', '400', '250', '0', '1000000', 'season xp', '')",
    );
    tell(realm, "config_changed", "dc_settings");
    run(realm, "DC.Emit.PvpKill(7, {})");
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 1)"), [400]);
    execute("UPDATE dc_settings SET value = 'many'");
    tell(realm, "config_changed", "dc_settings");
    run(realm, "DC.Emit.PvpKill(7, {})");
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 1)"), [800]);
    expectEqual(errorsOf(realm).length, 1);
    expectEqual((errorsOf(realm)[0] ?? "").includes("pvp_season_xp"), true);
  });

  it("that is wrong is reported once, however often the table is read, and again when it has been right in between", () => {
    const realm = playing();
    const set = (value: string): void => {
      execute(
        `REPLACE INTO dc_settings VALUES ('pvp_season_xp', '${value}', '250', '0', '1000000', 'season xp', '')`,
      );
      tell(realm, "config_changed", "dc_settings");
    };
    set("many");
    tell(realm, "config_changed", "dc_settings");
    expectEqual(errorsOf(realm).length, 1);
    set("few");
    expectEqual(errorsOf(realm).length, 2);
    set("250");
    set("few");
    expectEqual(errorsOf(realm).length, 3);
  });
});

describe("a synergy", () => {
  const bonus = "return DC.Synergy:GetBonusMultiplier(7, 'itemupgrade', 'cost_reduction_percent')";

  it("of the document counts when the player's profile fulfils it, at once", () => {
    const realm = playing();
    expectEqual(run(realm, bonus), [1]);
    run(realm, "DC.PlayerProfile:SetStat(7, 'prestige_level', 10)");
    expectEqual(run(realm, bonus), [1.1]);
    run(realm, "DC.PlayerProfile:SetStat(7, 'prestige_level', 9)");
    expectEqual(run(realm, bonus), [1]);
  });

  it("of the document to rating counts when a run completes, unless a setting leaves that to the server's own script", () => {
    const realm = playing();
    const rating = "return DC.PlayerProfile:GetStat(7, 'mythic_rating')";
    run(realm, "DC.Emit.MythicRunComplete(7, { rating_gained = 100 })");
    run(realm, "DC.Emit.PrestigeLevelUp(7, { prestige_level = 5 })");
    run(realm, "DC.Emit.MythicRunComplete(7, { rating_gained = 100 })");
    expectEqual(run(realm, rating), [100 + 105]);
    execute("INSERT INTO dc_settings VALUES ('mythic_rating_bonus', '0', '1', '0', '1', 'switch', '')");
    tell(realm, "config_changed", "dc_settings");
    run(realm, "DC.Emit.MythicRunComplete(7, { rating_gained = 100 })");
    expectEqual(run(realm, rating), [100 + 105 + 100]);
  });

  it("follows a change of the player's row by somebody else", () => {
    const realm = playing();
    run(realm, bonus);
    execute("INSERT INTO dc_player_profile (player_guid, prestige_level) VALUES (7, 12)");
    execute(
      "INSERT INTO dc_outbox (realm_id, kind, player_guid) SELECT realm_id, 'player_changed', 7 FROM dc_boot ORDER BY boot_id DESC LIMIT 1",
    );
    pass(realm, 600);
    expectEqual(run(realm, bonus), [1.1]);
  });

  it("is kept within its cap, from the moment that there is one", () => {
    const realm = playing();
    run(realm, "DC.PlayerProfile:SetStat(7, 'prestige_level', 10)");
    expectEqual(run(realm, bonus), [1.1]);
    execute("INSERT INTO dc_synergy_caps VALUES ('itemupgrade', 'cost_reduction_percent', 0, 1.05)");
    tell(realm, "config_changed", "dc_synergy_caps");
    expectEqual(run(realm, bonus), [1.05]);
  });

  it("that is wrong is reported with its id, and the others stay", () => {
    const realm = playing();
    execute(
      "INSERT INTO dc_system_synergies VALUES (900, 'Broken', 'prestige', '{\"prestige_level\": {\"gte\": \"x\"}}', 'itemupgrade', '{\"cost_reduction_percent\": 5}', 1)",
    );
    tell(realm, "config_changed", "dc_system_synergies");
    execute("DELETE FROM dc_system_synergies WHERE synergy_id = 900");
    expectEqual(errorsOf(realm).length, 1);
    expectEqual((errorsOf(realm)[0] ?? "").includes("synergy 900 'Broken'"), true);
    run(realm, "DC.PlayerProfile:SetStat(7, 'prestige_level', 10)");
    expectEqual(run(realm, bonus), [1.1]);
  });
});

describe("the calendar", () => {
  it("makes a reset and a season's start and end heard once, by scripts and by systems", () => {
    const realm = playing();
    run(
      realm,
      `heard = {}
      local function hear(name) return function(event) heard[#heard + 1] = name .. " " .. event:Get("season_id", 0) end end
      DC.EventBus:Subscribe("DAILY_RESET", hear("daily"))
      DC.EventBus:Subscribe("WEEKLY_RESET", hear("weekly"))
      DC.EventBus:Subscribe("SEASON_START", hear("start"))
      DC.EventBus:Subscribe("SEASON_END", hear("end"))
      DC.SystemRegistry:Register({
        GetName = function() return "spec" end,
        OnDailyReset = function() heard[#heard + 1] = "system daily" end,
        OnSeasonEnd = function(self, season) heard[#heard + 1] = "system end " .. season end,
      })`,
    );
    tell(realm, "daily_reset", "", 1767225600);
    tell(realm, "weekly_reset", "", 1767225600);
    tell(realm, "season_end", "", 3);
    tell(realm, "season_start", "", 4);
    pass(realm, 1000);
    expectEqual(run(realm, "return table.concat(heard, ', ')"), [
      "daily 0, system daily, weekly 0, end 3, system end 3, start 4",
    ]);
    expectEqual(select("SELECT COUNT(*) FROM dc_outbox"), [["0"]]);
  });
});
