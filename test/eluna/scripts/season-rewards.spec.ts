import { expectEqual } from "../../shared/expectations";
import { NORTHREND } from "../map-state/split-realm";
import { run, tell } from "../realm/playing";
import { execute } from "../support/database";
import { ENGINES, errorsOf, pass, readFile, type Realm, realmScripts, startRealm } from "../support/realm";

/** The first script behind the heading. */
const [REWARDS = ""] = string.match(readFile("docs/systems.md"), "\n## In what order\n.-```lua\n(.-)```");

const TOKENS = 2;
/** Milliseconds. */
const LOADING = 11_000;

/** What the bridge writes: the season that runs, 0 for none. */
function seasonIs(realm: Realm, season: number, kind: "season_start" | "season_end", subject: number): void {
  const now = Number(run(realm, "return os.time()")[0]);
  const times = `${now - 90_000}, ${now - 3600}, ${now + 82_800}, ${now - 3600}`;
  execute(
    "REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset, season_id) " +
      `SELECT DISTINCT realm_id, ${times}, ${season} FROM dc_boot`,
  );
  tell(realm, kind, "", subject);
}

function tokens(realm: Realm): unknown[] {
  return run(
    realm,
    `return DC.PlayerProfile:GetCurrency(7, ${TOKENS}), DC.PlayerProfile:GetCurrency(4, ${TOKENS}), DC.PlayerProfile:GetCurrency(2, ${TOKENS})`,
  );
}

function setLevel(realm: Realm, guid: number, level: number): void {
  run(realm, `DC.PlayerProfile:SetStat(${guid}, "season_pass_level", ${level})`);
}

for (const engine of ENGINES) {
  describe(`the manual's rewards at the end of a season on ${engine}`, () => {
    it("are paid once to everybody: in the world, behind a loading screen, away", () => {
      const scripts = [...realmScripts(), { name: "rewards.lua", code: REWARDS }];
      const realm = startRealm({ engine, scripts });
      pass(realm, 200);
      seasonIs(realm, 1, "season_start", 1);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
      realm.world.login({ name: "Jaina", guid: 4, account: 2, level: 80 });
      realm.world.login({ name: "Arthas", guid: 2, account: 1, level: 80 });
      for (const [guid, level] of [
        [7, 3],
        [4, 5],
        [2, 8],
      ] as const)
        setLevel(realm, guid, level);
      realm.world.logout("Arthas");
      realm.world.travel("Thrall", NORTHREND, LOADING);
      seasonIs(realm, 0, "season_end", 1);
      expectEqual(tokens(realm), [30, 50, 0]);
      realm.world.logout("Jaina");
      realm.world.login({ name: "Jaina", guid: 4, account: 2, level: 80 });
      expectEqual(tokens(realm), [30, 50, 0]);
      seasonIs(realm, 2, "season_start", 2);
      realm.world.login({ name: "Arthas", guid: 2, account: 1, level: 80 });
      expectEqual(tokens(realm), [30, 50, 80]);
      expectEqual(run(realm, 'return DC.PlayerProfile:GetStat(2, "season_pass_level")'), [0]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
