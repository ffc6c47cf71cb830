import { expectEqual } from "../../shared/expectations";
import { select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { KEEP, profile, SPLIT_ENGINES, splitRealm } from "./split-realm";

function inWorld(realm: Realm, call: string): void {
  realm.world.run(`DC.PlayerProfile:${call}`);
}

function onMap(realm: Realm, call: string): void {
  realm.world.run(`DC.PlayerProfile:${call}`, KEEP);
}

/** The world has carried out what was on its way, and agrees with the map. */
function expectStat(realm: Realm, stat: string, expected: number): void {
  pass(realm, 100);
  const call = `GetStat(7, "${stat}")`;
  expectEqual([profile(realm, call), profile(realm, call, KEEP)], [[expected], [expected]]);
  expectEqual(errorsOf(realm), []);
}

for (const engine of SPLIT_ENGINES) {
  describe(`a stat that a map and the world state change in the same turn on ${engine}`, () => {
    it("has both sums", () => {
      const realm = splitRealm(engine);
      inWorld(realm, 'IncrementStat(7, "mythic_rating", 5)');
      onMap(realm, 'IncrementStat(7, "mythic_rating", 20)');
      inWorld(realm, 'IncrementStat(7, "mythic_rating", 300)');
      expectStat(realm, "mythic_rating", 325);
    });

    it("ends at the range of its column, wherever the sum would pass it, and the ledger gets all of it", () => {
      const realm = splitRealm(engine);
      inWorld(realm, 'SetStat(7, "prestige_level", 250)');
      pass(realm, 100);
      onMap(realm, 'IncrementStat(7, "prestige_level", 4)');
      inWorld(realm, 'IncrementStat(7, "prestige_level", 4)');
      expectStat(realm, "prestige_level", 255);
      onMap(realm, 'IncrementStat(7, "prestige_level", 9007199254740991)');
      expectStat(realm, "prestige_level", 255);
      const added = select("SELECT amount FROM dc_journal WHERE kind = 'add' AND subject = 'prestige_level'");
      expectEqual(added, [["4"], ["4"], ["9007199254740991"]]);
    });

    it("is what the map has set, since that arrives behind what the world has done", () => {
      const realm = splitRealm(engine);
      onMap(realm, 'SetStat(7, "highest_key_completed", 15)');
      inWorld(realm, 'SetStat(7, "highest_key_completed", 20)');
      expectStat(realm, "highest_key_completed", 15);
    });
  });
}
