import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, pass, type Realm } from "../support/realm";
import { dieAsSpirit, dieBeforeMarked, seen, startRecorded } from "./recorder";

const KEEP = "dungeon_id=574 heroic=false instance_id=5 raid=false";
const WIPE = [`DUNGEON_WIPE of 7: ${KEEP}`, `DUNGEON_WIPE of 8: ${KEEP}`];

/** Thrall and Jaina in one copy of Utgarde Keep, Garrosh in another. */
function enterKeep(realm: Realm): void {
  realm.world.login({ name: "Thrall", guid: 7, account: 3, mapId: 574, instanceId: 5 });
  realm.world.login({ name: "Jaina", guid: 8, account: 4, mapId: 574, instanceId: 5 });
  realm.world.login({ name: "Garrosh", guid: 9, account: 5, mapId: 574, instanceId: 6 });
}

describe("the dungeon sensor", () => {
  for (const engine of ENGINES) {
    it(`publishes the way into a dungeon or raid, not into the open world, on ${engine}`, () => {
      const realm = startRecorded(engine, ["DUNGEON_ENTER"]);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, mapId: 571 });
      realm.world.travel("Thrall", { mapId: 574, instanceId: 5, difficulty: 1 });
      pass(realm, 100);
      realm.world.travel("Thrall", { mapId: 571 });
      pass(realm, 100);
      realm.world.travel("Thrall", { mapId: 631, instanceId: 12, difficulty: 3 });
      pass(realm, 100);
      expectEqual(seen(realm), [
        "DUNGEON_ENTER of 7: dungeon_id=574 heroic=true instance_id=5 raid=false",
        "DUNGEON_ENTER of 7: dungeon_id=631 heroic=true instance_id=12 raid=true",
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it(`publishes a wipe when the last one alive in a copy dies on ${engine}`, () => {
      const realm = startRecorded(engine, ["DUNGEON_WIPE"]);
      enterKeep(realm);
      realm.world.dieByCreature("Jaina", { entry: 23954 });
      expectEqual(seen(realm), []);
      realm.world.dieByCreature("Thrall", { entry: 23954 });
      expectEqual(seen(realm), WIPE);
      expectEqual(errorsOf(realm), []);
    });

    it(`takes the one who dies for dead, marked or not, on ${engine}`, () => {
      const realm = startRecorded(engine, ["DUNGEON_WIPE"]);
      enterKeep(realm);
      dieBeforeMarked(realm, "Jaina", { entry: 23954 });
      expectEqual(seen(realm), []);
      dieBeforeMarked(realm, "Thrall", { entry: 23954 });
      expectEqual(seen(realm), WIPE);
    });

    it(`publishes the next wipe only after somebody was alive again on ${engine}`, () => {
      const realm = startRecorded(engine, ["DUNGEON_WIPE"]);
      enterKeep(realm);
      realm.world.dieByCreature("Jaina", { entry: 23954 });
      realm.world.killPlayer("Thrall", "Thrall");
      realm.world.dieByEnvironment("Thrall", 2);
      expectEqual(seen(realm), WIPE);
      realm.world.resurrect("Jaina");
      realm.world.dieByCreature("Jaina", { entry: 23954 });
      expectEqual(seen(realm), WIPE);
    });

    it(`takes a priest in the Spirit of Redemption for dead on ${engine}`, () => {
      const realm = startRecorded(engine, ["DUNGEON_WIPE"]);
      enterKeep(realm);
      dieAsSpirit(realm, "Jaina", { entry: 23954 });
      expectEqual(seen(realm), []);
      realm.world.dieByCreature("Thrall", { entry: 23954 });
      expectEqual(seen(realm), WIPE);
      expectEqual(errorsOf(realm), []);
    });

    it(`publishes no wipe where others live, nor in the open world, on ${engine}`, () => {
      const realm = startRecorded(engine, ["DUNGEON_WIPE"]);
      enterKeep(realm);
      realm.world.dieByCreature("Thrall", { entry: 23954 });
      realm.world.login({ name: "Vol'jin", guid: 10, account: 6, mapId: 571 });
      realm.world.dieByCreature("Vol'jin", { entry: 26861 });
      expectEqual(seen(realm), []);
    });
  }
});
