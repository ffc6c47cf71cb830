import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { pass, type Realm } from "../support/realm";
import { playing, run, tell, THRALL } from "./playing";

const TODAY = 1_700_000_000;
const DAY = 86_400;
/** No realm of these specs lives that long. */
const TOMORROW = 4_000_000_000;

/** What the bridge writes before it tells the realm of it. */
function calendar(season: number, previous = TODAY - DAY): void {
  execute(
    `REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset, season_id)
     VALUES (1, ${previous}, ${previous + DAY}, ${TOMORROW}, ${previous}, ${season})`,
  );
}

function relog(realm: Realm): void {
  realm.world.logout("Thrall");
  pass(realm, 25_000);
  realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
  pass(realm, 200);
}

function stat(realm: Realm, name: string): unknown {
  return run(realm, `return DC.PlayerProfile:GetStat(7, "${name}")`)[0];
}

describe("a season that is away for a moment", () => {
  function progress(realm: Realm): unknown[] {
    const [xp] = run(realm, "return DC.PlayerProfile:GetCurrency(7, 1)");
    return [stat(realm, "season_pass_level"), stat(realm, "season_pass_premium"), xp];
  }

  function inSeason(season: number): Realm {
    const realm = playing();
    calendar(season);
    tell(realm, "season_start", "", season);
    run(
      realm,
      'DC.PlayerProfile:AddCurrency(7, 1, 120000, "x") DC.PlayerProfile:SetStat(7, "season_pass_premium", 1)',
    );
    return realm;
  }

  it("costs nobody the progress in it, neither who is online nor who logs in", () => {
    const realm = inSeason(1);
    expectEqual(progress(realm), [12, 1, 120000]);
    for (const season of [0, 1]) {
      calendar(season);
      tell(realm, "config_changed", "dc_calendar");
      relog(realm);
      expectEqual(progress(realm), [12, 1, 120000]);
    }
  });

  it("or over leaves the progress until another begins", () => {
    const realm = inSeason(1);
    calendar(0);
    tell(realm, "season_end", "", 1);
    relog(realm);
    expectEqual(progress(realm), [12, 1, 120000]);
    calendar(2);
    tell(realm, "season_start", "", 2);
    expectEqual(progress(realm), [0, 0, 0]);
    expectEqual(stat(realm, "current_season_id"), 2);
  });
});

describe("what a player gets offline who has not been in the new season yet", () => {
  it("is of the season before, and goes with it at the login", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_profile (player_guid, account_id, current_season_id) VALUES (9, 4, 1)");
    calendar(2);
    tell(realm, "season_start", "", 2);
    run(realm, 'DC.SystemRegistry:Get("seasons"):AddXP(9, 30000, "shop")');
    run(realm, 'DC.PlayerProfile:SetStat(9, "season_pass_premium", 1, "shop")');
    const season = (): unknown[] =>
      run(
        realm,
        `return DC.PlayerProfile:GetStat(9, "current_season_id"), DC.PlayerProfile:GetStat(9, "season_pass_level"),
          DC.PlayerProfile:GetStat(9, "season_pass_premium"), DC.PlayerProfile:GetCurrency(9, 1)`,
      );
    expectEqual(season(), [1, 3, 1, 30000]);
    realm.world.login({ name: "Jaina", guid: 9, account: 4, level: 80 });
    pass(realm, 200);
    expectEqual(season(), [2, 0, 0, 0]);
  });
});

describe("a daily reset", () => {
  it("begins a day with those who are online", () => {
    const realm = playing();
    const login = stat(realm, "last_login") as number;
    calendar(0, login + 1 - DAY);
    tell(realm, "daily_reset", "", login + 1);
    expectEqual(stat(realm, "last_daily_reset"), login + 1);
    expectEqual(stat(realm, "consecutive_daily_logins"), 1);
    calendar(0, login + 1);
    tell(realm, "daily_reset", "", login + 1 + DAY);
    expectEqual(stat(realm, "consecutive_daily_logins"), 2);
    relog(realm);
    expectEqual(stat(realm, "consecutive_daily_logins"), 2);
  });
});
