import { expectEqual } from "../../shared/expectations";
import { select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { KEEP, NORTHREND, profile, SPLIT_ENGINES, splitRealm } from "./split-realm";

const GRANT = 'GrantUnlock(7, "title", 9, "quest")';
const OTHER = 'GrantUnlock(7, "title", 10, "quest")';
const MOUNT = 'GrantUnlock(7, "mount", 9, "quest")';

function rows(): string[][] {
  return select("SELECT subject, subject_id FROM dc_journal WHERE kind = 'unlock' ORDER BY sequence");
}

function expectTitles(realm: Realm, titles: number[]): void {
  expectEqual(profile(realm, 'GetUnlocks(7, "title")'), [titles]);
  expectEqual(profile(realm, 'GetUnlocks(7, "title")', KEEP), [titles]);
}

for (const engine of SPLIT_ENGINES) {
  describe(`an unlock that a map has granted on ${engine}`, () => {
    it("is not granted by the world state in the same turn, and others are", () => {
      const realm = splitRealm(engine);
      expectEqual([profile(realm, GRANT, KEEP), profile(realm, GRANT)], [[true], [false]]);
      expectEqual([profile(realm, OTHER), profile(realm, MOUNT)], [[true], [true]]);
      pass(realm, 100);
      expectTitles(realm, [9, 10]);
      expectEqual(rows().length, 3);
      expectEqual(errorsOf(realm), []);
    });

    it("is not granted by a world's script that hears of it before the change arrives", () => {
      const realm = splitRealm(engine);
      realm.world.run(
        `DC.EventBus:Subscribe("BOSS_KILL", function(event) answer = { DC.PlayerProfile:${GRANT} } end)`,
      );
      const chunk = `DC.Emit.BossKill(7, {}) return DC.PlayerProfile:${GRANT}`;
      expectEqual(realm.world.run(chunk, KEEP), [true]);
      pass(realm, 100);
      expectEqual(realm.world.run("return answer[1]"), [false]);
      expectEqual(rows(), [["title", "9"]]);
      expectEqual(errorsOf(realm), []);
    });

    it("is not granted by the world state behind a loading screen or at the next login", () => {
      const realm = splitRealm(engine);
      realm.world.holdConsole();
      expectEqual(profile(realm, GRANT, KEEP), [true]);
      realm.world.travel("Thrall", NORTHREND, 1000);
      pass(realm, 500);
      expectEqual(profile(realm, GRANT), [false]);
      realm.world.logout("Thrall");
      expectEqual(profile(realm, GRANT), [false]);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, ...KEEP });
      expectEqual([profile(realm, GRANT), profile(realm, GRANT, KEEP)], [[false], [false]]);
      realm.world.releaseConsole();
      pass(realm, 100);
      expectTitles(realm, [9]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
