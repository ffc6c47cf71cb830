import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { pass, type Realm, startRealm } from "../support/realm";
import { playing, run } from "./playing";

/** The place and the text of the error that the lines raise; undefined if they raise none. */
function failureOf(realm: Realm, lines: string): unknown {
  const [ok, failure] = run(realm, `return pcall(function() ${lines} end)`);
  return ok === true ? undefined : failure;
}

const NOT_READ =
  "run:1: DC.PlayerProfile:SaveProfile: the profile was not read from the tables, see WhenLoaded";

describe("a saved profile", () => {
  it("takes back nothing that happened since the script got it", () => {
    const realm = playing();
    run(
      realm,
      `profile = DC.PlayerProfile:GetProfile(7)
       profile.mythicRating = profile.mythicRating + 25
       DC.SystemRegistry:Get("seasons"):AddXP(7, 25000, "spec")
       DC.PlayerProfile:SaveProfile(profile)`,
    );
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'season_pass_level')"), [2]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [25]);
  });

  it("can be changed and saved again, and back to what it was", () => {
    const realm = playing();
    run(
      realm,
      `profile = DC.PlayerProfile:GetProfile(7)
       profile.mythicRating = 25
       DC.PlayerProfile:IncrementStat(7, "prestige_level", 2)
       DC.PlayerProfile:SaveProfile(profile)
       profile.mythicRating = 0
       DC.PlayerProfile:SaveProfile(profile)`,
    );
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'prestige_level')"), [2]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [0]);
  });

  it("may be a table of the script's own, or another player's copy: then all of it counts", () => {
    const realm = playing();
    run(
      realm,
      `DC.PlayerProfile:SetStat(8, "prestige_level", 4)
       local own = {}
       for name, value in pairs(DC.PlayerProfile:GetProfile(7)) do own[name] = value end
       own.guid = 8
       own.mythicRating = 25
       DC.PlayerProfile:SaveProfile(own)
       local copy = DC.PlayerProfile:GetProfile(7)
       copy.guid = 9
       copy.mythicRating = 26
       DC.PlayerProfile:SaveProfile(copy)`,
    );
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(8, 'prestige_level')"), [0]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(8, 'mythic_rating')"), [25]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(9, 'mythic_rating')"), [26]);
  });

  it("is forgotten with the script's copy", () => {
    const realm = playing();
    const [kept] = run(
      realm,
      `for _ = 1, 100 do DC.PlayerProfile:GetProfile(7) end
       collectgarbage() collectgarbage()
       local kept = 0
       for _ in pairs(DC.PlayerProfile.given.given) do kept = kept + 1 end
       return kept`,
    );
    expectEqual(kept, 0);
  });
});

describe("a profile that was not read from the tables", () => {
  function waiting(): Realm {
    execute("RENAME TABLE dc_schema_migrations TO dc_schema_migrations_away");
    const realm = startRealm({ engine: "ale" });
    execute("INSERT INTO dc_player_profile (player_guid, mythic_rating, prestige_level) VALUES (7, 2000, 9)");
    pass(realm, 100);
    realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
    return realm;
  }
  const change = "profile.mythicRating = profile.mythicRating + 25 DC.PlayerProfile:SaveProfile(profile)";

  it("is refused, now and when the tables have come", () => {
    const realm = waiting();
    expectEqual(failureOf(realm, `profile = DC.PlayerProfile:GetProfile(7) ${change}`), NOT_READ);
    execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
    pass(realm, 7000);
    expectEqual(failureOf(realm, change), NOT_READ);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [2000]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'prestige_level')"), [9]);
  });

  it("is refused as well when the script has made it", () => {
    const realm = waiting();
    const copy =
      "local own = {} for name, value in pairs(DC.PlayerProfile:GetProfile(7)) do own[name] = value end";
    expectEqual(failureOf(realm, `${copy} DC.PlayerProfile:SaveProfile(own)`), NOT_READ);
    execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
  });

  it("can be waited for", () => {
    const realm = waiting();
    run(
      realm,
      `DC.PlayerProfile:WhenLoaded(7, function(guid) local profile = DC.PlayerProfile:GetProfile(guid) ${change} end)`,
    );
    execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
    pass(realm, 7000);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [2025]);
  });
});

describe("a profile that cannot be saved", () => {
  const cases: readonly (readonly [change: string, complaint: string])[] = [
    ["profile.mythicRating = -5", "mythicRating must be from 0 to 4294967295"],
    ["profile.mythicRating = true", "mythicRating must be a number, not boolean"],
    ["profile.prestigeLevel = nil", "prestigeLevel must be a number, not nil"],
    ["profile.prestigeLevel = {}", "prestigeLevel must be a number, not table"],
    ["profile.seasonPassPremium = 2", "seasonPassPremium must be from 0 to 1"],
    ["profile.weeklyVaultSlots[2] = 2^32", "weeklyVaultSlots[2] must be from 0 to 4294967295"],
    [
      "profile.weeklyVaultSlots = nil profile.weeklyVaultSlot3 = 0.5",
      "weeklyVaultSlot3 must be a whole number",
    ],
    ["profile.guid = 0", "guid must be from 1 to 4294967295"],
    ["profile = nil", "profile must be a table, not nil"],
    ["profile = 7", "profile must be a table, not number"],
  ];
  for (const [change, complaint] of cases) {
    it(`is an error at the caller's line that says what is wrong, and changes nothing: ${change}`, () => {
      const realm = playing();
      const lines = `local profile = DC.PlayerProfile:GetProfile(7) profile.totalLogins = 500 ${change} DC.PlayerProfile:SaveProfile(profile)`;
      expectEqual(failureOf(realm, lines), `run:1: DC.PlayerProfile:SaveProfile: ${complaint}`);
      expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'total_logins')"), [1]);
    });
  }
});
