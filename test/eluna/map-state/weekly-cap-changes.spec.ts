import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { pass, type Realm } from "../support/realm";
import { BOOT } from "../realm/playing";
import { KEEP, linesWith, profile, SPLIT_ENGINES, splitRealm } from "./split-realm";

const CURRENCY = 2;
const DAY = 86400;
const CAP_REACHED = [false, "weekly_cap"];

function setCap(cap: number): void {
  execute(`UPDATE dc_currency_definitions SET weekly_cap = ${cap} WHERE currency_id = ${CURRENCY}`);
}

/** Puts a row into the outbox, as the bridge does. */
function tell(kind: string, subject: string, amount = 0): void {
  const row = `realm_id, '${kind}', '${subject}', ${amount}`;
  execute(
    `INSERT INTO dc_outbox (realm_id, kind, subject, amount) SELECT ${row} FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

/** Writes the realm's calendar as the bridge would in the week that began at `reset`. */
function beginWeek(reset: number): void {
  const times = [reset - DAY, reset, reset + DAY, reset].map((time) => time.toFixed(0)).join(", ");
  execute(
    `REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset, season_id) SELECT realm_id, ${times}, 0 FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

function earn(realm: Realm, amount: number): unknown[] {
  return profile(realm, `AddCurrency(7, ${CURRENCY}, ${amount}, "chest")`, KEEP);
}

for (const engine of SPLIT_ENGINES) {
  describe(`weekly caps on maps on ${engine}`, () => {
    after_each(() => {
      setCap(0);
    });

    it("begin anew with the weekly reset", () => {
      setCap(100);
      const realm = splitRealm(engine);
      const [time] = realm.world.run("return os.time()");
      const reset = (time as number) + 2;
      beginWeek(reset - 7 * DAY);
      tell("config_changed", "dc_calendar");
      pass(realm, 600);
      expectEqual(earn(realm, 100), [true]);
      pass(realm, 5000);
      expectEqual(earn(realm, 10), [false, "weekly_cap"]);
      beginWeek(reset);
      tell("weekly_reset", "", reset);
      pass(realm, 600);
      expectEqual(profile(realm, `GetWeeklyEarned(7, ${CURRENCY})`, KEEP), [0, 100]);
      expectEqual(earn(realm, 10), [true]);
    });

    it("count on maps what the world state has given in the same turn", () => {
      setCap(100);
      const realm = splitRealm(engine);
      expectEqual(profile(realm, `AddCurrency(7, ${CURRENCY}, 50, "quest")`), [true]);
      expectEqual([earn(realm, 60), earn(realm, 50), earn(realm, 1)], [CAP_REACHED, [true], CAP_REACHED]);
      pass(realm, 100);
      expectEqual(profile(realm, `GetCurrency(7, ${CURRENCY})`), [100]);
      expectEqual(linesWith(realm, "weekly"), []);
    });

    it("leave to maps what they have promised, and it can be spent there at once", () => {
      setCap(100);
      const realm = splitRealm(engine);
      const inWorld = `AddCurrency(7, ${CURRENCY}, 50, "quest")`;
      expectEqual([earn(realm, 60), profile(realm, inWorld)], [[true], CAP_REACHED]);
      expectEqual(profile(realm, `SpendCurrency(7, ${CURRENCY}, 60, "vendor")`, KEEP), [true]);
      pass(realm, 100);
      expectEqual(profile(realm, `GetCurrency(7, ${CURRENCY})`), [0]);
      expectEqual(profile(realm, `GetWeeklyEarned(7, ${CURRENCY})`), [60, 100]);
      expectEqual(linesWith(realm, "weekly"), []);
    });

    it("do not take back what a map has promised before it saw them, and the log says what is beyond", () => {
      const realm = splitRealm(engine);
      realm.world.holdConsole();
      expectEqual(earn(realm, 60), [true]);
      setCap(50);
      tell("config_changed", "dc_currency_definitions");
      pass(realm, 600);
      expectEqual(earn(realm, 1), CAP_REACHED);
      realm.world.releaseConsole();
      pass(realm, 100);
      expectEqual(profile(realm, `GetCurrency(7, ${CURRENCY})`), [60]);
      expectEqual(profile(realm, `GetWeeklyEarned(7, ${CURRENCY})`, KEEP), [60, 50]);
      const line = `player 7 got 60 of currency ${CURRENCY} (chest) on a map, and 10 of it were beyond the weekly cap`;
      expectEqual(linesWith(realm, line).length, 1);
    });

    it("are as an admin has changed them, for everybody", () => {
      setCap(100);
      const realm = splitRealm(engine);
      for (let guid = 101; guid <= 120; guid++) {
        realm.world.login({ name: `Twin${guid}`, guid, account: guid, level: 80, ...KEEP });
      }
      pass(realm, 100);
      setCap(1000);
      tell("config_changed", "dc_currency_definitions");
      pass(realm, 600);
      for (let guid = 101; guid <= 120; guid++) {
        const earned = `AddCurrency(${guid}, ${CURRENCY}, 500, "chest")`;
        expectEqual(profile(realm, earned, KEEP), [true]);
      }
    });

    it("are as an admin has changed them", () => {
      setCap(100);
      const realm = splitRealm(engine);
      expectEqual(earn(realm, 500), [false, "weekly_cap"]);
      setCap(1000);
      tell("config_changed", "dc_currency_definitions");
      pass(realm, 600);
      expectEqual(earn(realm, 500), [true]);
    });
  });
}
