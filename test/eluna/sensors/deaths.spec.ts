import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, pass, type Realm } from "../support/realm";
import { seen, startRecorded } from "./recorder";

const DEATHS = ["PLAYER_DEATH", "PLAYER_RESURRECTION"] as const;
const BY_THE_WORLD = "PLAYER_DEATH of 7: killer_entry=0 killer_guid=0 map_id=571";

function enterNorthrend(realm: Realm): void {
  realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, mapId: 571 });
  realm.world.login({ name: "Jaina", guid: 8, account: 4, level: 80, mapId: 571 });
}

describe("the death sensor", () => {
  for (const engine of ENGINES) {
    it(`names the creature or the player that killed on ${engine}`, () => {
      const realm = startRecorded(engine, ["PLAYER_DEATH"]);
      enterNorthrend(realm);
      realm.world.killPlayer("Thrall", "Jaina");
      realm.world.dieByCreature("Thrall", { entry: 26861 });
      const [byPlayer, byCreature, ...rest] = seen(realm);
      expectEqual(byPlayer, "PLAYER_DEATH of 8: killer_entry=0 killer_guid=7 map_id=571");
      const [guid] = string.match(
        byCreature ?? "",
        "^PLAYER_DEATH of 7: killer_entry=26861 killer_guid=(%d+) map_id=571$",
      );
      expectEqual((tonumber(guid) ?? 0) > 0, true);
      expectEqual(rest, []);
      expectEqual(errorsOf(realm), []);
    });

    it(`takes a player who is its own killer for one whom the world killed on ${engine}`, () => {
      const realm = startRecorded(engine, DEATHS);
      enterNorthrend(realm);
      realm.world.killPlayer("Thrall", "Thrall");
      expectEqual(seen(realm), [BY_THE_WORLD]);
    });

    it(`publishes a resurrection, and lets it happen, on ${engine}`, () => {
      const realm = startRecorded(engine, ["PLAYER_RESURRECTION"]);
      enterNorthrend(realm);
      realm.world.dieByCreature("Thrall", { entry: 26861 });
      realm.world.releaseGhost("Thrall");
      expectEqual(seen(realm), []);
      expectEqual(realm.world.resurrect("Thrall"), true);
      expectEqual(seen(realm), ["PLAYER_RESURRECTION of 7:"]);
    });

    if (engine !== "ale") {
      it(`publishes a death by the environment once, however often it is told, on ${engine}`, () => {
        const realm = startRecorded(engine, DEATHS);
        enterNorthrend(realm);
        realm.world.dieByEnvironment("Thrall", 2);
        expectEqual(seen(realm), [BY_THE_WORLD]);
        realm.world.resurrect("Thrall");
        realm.world.killPlayer("Thrall", "Thrall");
        realm.world.dieByEnvironment("Thrall", 2);
        expectEqual(seen(realm), ["PLAYER_RESURRECTION of 7:", BY_THE_WORLD]);
        realm.world.resurrect("Thrall");
        realm.world.dieByEnvironment("Thrall", 2);
        expectEqual(seen(realm), ["PLAYER_RESURRECTION of 7:", BY_THE_WORLD]);
      });

      it(`does not take a later death by the environment for an earlier one's echo on ${engine}`, () => {
        const realm = startRecorded(engine, ["PLAYER_DEATH"]);
        enterNorthrend(realm);
        realm.world.killPlayer("Thrall", "Thrall");
        pass(realm, 5000);
        realm.world.dieByEnvironment("Thrall", 2);
        expectEqual(seen(realm), [BY_THE_WORLD, BY_THE_WORLD]);
      });
    }
  }
});
