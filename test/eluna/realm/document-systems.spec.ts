import { AFTER_BROADCASTS, BEFORE_SCRIPTS, BROADCASTS } from "../../../shared/systems/priorities";
import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { ENGINES, errorsOf, pass, readFile, startRealm } from "../support/realm";
import { BOOT, playing, run, tell } from "./playing";

/** A system with the document's methods for players and days, as another script writes it. */
const NOTING_SYSTEM = `
  heard = {}
  local System = {}
  local function note(text) heard[#heard + 1] = text end
  function System:GetName() return "noting" end
  function System:OnPlayerLogin(guid) note("login " .. guid) end
  function System:OnPlayerLogout(guid) note("logout " .. guid) end
  function System:OnDailyReset() note("day") end
  function System:OnWeeklyReset() note("week") end
  DC.SystemRegistry:Register(System)`;

describe("a system", () => {
  for (const engine of ENGINES) {
    it(`hears of logins and logouts on ${engine}`, () => {
      const realm = startRealm({ engine });
      pass(realm, 200);
      run(realm, NOTING_SYSTEM);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
      pass(realm, 200);
      realm.world.logout("Thrall");
      pass(realm, 30_000);
      expectEqual(run(realm, "return table.concat(heard, ', ')"), ["login 7, logout 7"]);
      expectEqual(errorsOf(realm), []);
    });
  }

  it("hears of days and weeks from the bridge", () => {
    const realm = playing();
    run(realm, NOTING_SYSTEM);
    tell(realm, "daily_reset", "", 1000);
    tell(realm, "weekly_reset", "", 1000);
    expectEqual(run(realm, "return table.concat(heard, ', ')"), ["day, week"]);
  });
});

describe("OnSeasonEnd of a system", () => {
  it("finds the level that each player has reached, and pays for it", () => {
    const realm = playing();
    execute(
      "REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset, season_id) SELECT realm_id, UNIX_TIMESTAMP() - 90000, UNIX_TIMESTAMP() - 3600, UNIX_TIMESTAMP() + 82800, " +
        `UNIX_TIMESTAMP(), 1 FROM dc_boot WHERE boot_id = ${BOOT}`,
    );
    tell(realm, "season_start", "", 1);
    run(
      realm,
      `DC.SystemRegistry:Register({ GetName = function() return "rewards" end, OnSeasonEnd = function(_, season)
         local level = DC.PlayerProfile:GetStat(7, "season_pass_level")
         DC.PlayerProfile:AddCurrency(7, 2, season * 100 + level, "rewards")
       end })
       DC.SystemRegistry:Get("seasons"):AddXP(7, 55000, "spec")`,
    );
    execute("UPDATE dc_calendar SET season_id = 0");
    tell(realm, "season_end", "", 1);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [105]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'season_pass_level')"), [5]);
    execute("UPDATE dc_calendar SET season_id = 2");
    tell(realm, "season_start", "", 2);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'season_pass_level')"), [0]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 1)"), [0]);
  });
});

describe("the document's sSeasonPass and sPrestige", () => {
  it("are systems that scripts call", () => {
    const realm = playing();
    const levels = run(
      realm,
      `DC.SystemRegistry:Get("seasons"):AddXP(7, 25000, "a_script")
       DC.SystemRegistry:Get("prestige"):AddXP(7, 1100)
       local function stat(name) return DC.PlayerProfile:GetStat(7, name) end
       return stat("season_pass_level"), DC.PlayerProfile:GetCurrency(7, 1),
         stat("prestige_level"), stat("prestige_xp"), stat("item_upgrade_capacity")`,
    );
    expectEqual(levels, [2, 25000, 1, 100, 5]);
    expectEqual(errorsOf(realm), []);
  });
});

describe("a prestige level", () => {
  it("is neither lost nor bought for nothing by what scripts do", () => {
    const realm = playing();
    const values = run(
      realm,
      `local function values()
         local function stat(name) return DC.PlayerProfile:GetStat(7, name) end
         return stat("prestige_level") .. " " .. stat("prestige_xp") .. " " .. stat("item_upgrade_capacity")
       end
       DC.EventBus:SetSystemEnabled("prestige", false)
       DC.SystemRegistry:Get("prestige"):AddXP(7, 5000)
       DC.EventBus:SetSystemEnabled("prestige", true)
       local earned = values()
       DC.Emit.PrestigeLevelUp(7)
       DC.Emit.PrestigeLevelUp(7, { prestige_level = 3 })
       return earned, values()`,
    );
    expectEqual(values, ["3 500 15", "3 500 15"]);
    expectEqual(errorsOf(realm), []);
  });
});

describe("the manual of systems", () => {
  it("says where the project's own subscriptions stand", () => {
    const places = [BEFORE_SCRIPTS, BROADCASTS, AFTER_BROADCASTS].map((priority) => priority.toFixed(0));
    const [, head] = string.match(readFile("docs/systems.md"), "## In what order\n(.-)\n(| event[^\n]*)");
    const named: string[] = [];
    for (const [number] of string.gmatch(head ?? "", "| (%-?%d+),")) named.push(number ?? "");
    expectEqual(named, places);
  });

  it("lists those that are there, and no other", () => {
    const [section] = string.match(readFile("docs/systems.md"), "\n## Systems that are there\n(.-)\n## ");
    const listed: string[] = [];
    for (const [name] of string.gmatch(section ?? "", "\n| `([%w_]+)`")) listed.push(name ?? "");
    const names = `local names = {}
      for _, system in ipairs(DC.SystemRegistry:List()) do names[#names + 1] = system.name end
      return table.concat(names, " ")`;
    expectEqual(run(playing(), names), [listed.join(" ")]);
  });
});
