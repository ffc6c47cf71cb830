import { expectEqual } from "../../shared/expectations";
import { select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import {
  balance,
  give,
  KEEP,
  NORTHREND,
  profile,
  SPLIT_ENGINES,
  spends,
  splitRealm,
  TOKENS,
} from "./split-realm";

const LOADING = 5000;
const RELOAD_WORLD = "reload eluna -1";

/** Notes what a map knows of an arrival while the hook runs. */
const WATCH = `
  if GetStateMapId() == 571 then
    RegisterPlayerEvent(28, function(_, player) known = DC.PlayerProfile:IsKnown(player:GetGUIDLow()) end)
  end
`;

for (const engine of SPLIT_ENGINES) {
  describe(`a reload of the world state on ${engine}`, () => {
    it("takes over who is behind a loading screen, and no map spends twice", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      realm.world.travel("Thrall", NORTHREND, LOADING);
      realm.world.command(undefined, RELOAD_WORLD);
      pass(realm, LOADING + 3000);
      const answers: boolean[] = [];
      for (let time = 0; time < 4; time++) {
        answers.push(spends(realm, 80, NORTHREND));
        pass(realm, 12000);
      }
      expectEqual(answers, [true, false, false, false]);
      expectEqual([balance(realm), balance(realm, NORTHREND)], [20, 20]);
      expectEqual(select("SELECT player_guid FROM dc_session"), [["7"]]);
      expectEqual(errorsOf(realm), []);
    });

    it("behind a loading screen leaves the player unknown on the map until the world state has the player again", () => {
      const realm = splitRealm(engine, [{ name: "watch.lua", code: WATCH }]);
      give(realm, 100);
      realm.world.travel("Thrall", NORTHREND, LOADING);
      realm.world.command(undefined, RELOAD_WORLD);
      pass(realm, LOADING - 1000);
      expectEqual(spends(realm, 80), true);
      pass(realm, 1000);
      expectEqual(realm.world.run("return known", NORTHREND), [false]);
      pass(realm, 1000);
      expectEqual(profile(realm, "IsKnown(7)", NORTHREND), [true]);
      expectEqual([balance(realm, NORTHREND), spends(realm, 80, NORTHREND)], [20, false]);
      expectEqual(errorsOf(realm), []);
    });

    it("in the turn of a change counts it once, at once and later", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      for (const target of [RELOAD_WORLD, "reload eluna", "reload eluna 574"]) {
        expectEqual(spends(realm, 20, KEEP), true);
        profile(realm, `AddCurrency(7, ${TOKENS}, 50, "chest")`, KEEP);
        realm.world.command(undefined, target);
        const expected = balance(realm, KEEP);
        pass(realm, 50);
        expectEqual([balance(realm), balance(realm, KEEP)], [expected, expected]);
        pass(realm, 15000);
        expectEqual([balance(realm), balance(realm, KEEP)], [expected, expected]);
      }
      expectEqual(balance(realm), 190);
      expectEqual(errorsOf(realm), []);
    });

    it("counts a change once that was made in the turn before a loading screen", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      profile(realm, `AddCurrency(7, ${TOKENS}, 50, "chest")`, KEEP);
      expectEqual(spends(realm, 20, KEEP), true);
      realm.world.travel("Thrall", NORTHREND, LOADING);
      realm.world.command(undefined, RELOAD_WORLD);
      pass(realm, LOADING + 2000);
      expectEqual([balance(realm), balance(realm, NORTHREND)], [130, 130]);
      expectEqual(spends(realm, 131, NORTHREND), false);
      expectEqual(errorsOf(realm), []);
    });

    it("does not stop the maps from answering for those whom it has shown again", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      realm.world.reload();
      expectEqual([profile(realm, "IsKnown(7)", KEEP), balance(realm, KEEP)], [[true], 100]);
      expectEqual(errorsOf(realm), []);
    });
  });

  describe(`while the world state has no script on ${engine}`, () => {
    it("no map decides anything, and it goes on with the next reload", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual(spends(realm, 30, KEEP), true);
      pass(realm, 100);
      const { scripts } = realm.world.world;
      realm.world.world.scripts = [];
      realm.world.command(undefined, RELOAD_WORLD);
      pass(realm, 100);
      expectEqual(profile(realm, "IsKnown(7)", KEEP), [false]);
      realm.world.world.scripts = scripts;
      realm.world.command(undefined, RELOAD_WORLD);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [70, 70]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
