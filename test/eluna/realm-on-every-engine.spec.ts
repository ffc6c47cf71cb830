import { expectEqual } from "../shared/expectations";
import { select } from "./support/database";
import { ENGINES, errorsOf, pass, startRealm } from "./support/realm";

describe("the realm script", () => {
  for (const engine of ENGINES) {
    it(`journals a boss kill of a player on ${engine}`, () => {
      const realm = startRealm({ engine });
      pass(realm, 2000);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, mapId: 574 });
      pass(realm, 500);
      realm.world.killCreature("Thrall", { entry: 23954, rank: 3, dungeonBoss: true });
      pass(realm, 500);
      expectEqual(errorsOf(realm), []);
      const kills = select(
        "SELECT player_guid, amount FROM dc_journal WHERE subject = 'total_boss_kills' AND kind = 'add'",
      );
      expectEqual(kills, [["7", "1"]]);
    });

    it(`loses nothing by a reload on ${engine}`, () => {
      const realm = startRealm({ engine });
      pass(realm, 2000);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, mapId: 574 });
      pass(realm, 500);
      realm.world.killCreature("Thrall", { entry: 23954, rank: 3, dungeonBoss: true });
      realm.world.reload();
      pass(realm, 2000);
      realm.world.killCreature("Thrall", { entry: 23954, rank: 3, dungeonBoss: true });
      pass(realm, 500);
      expectEqual(errorsOf(realm), []);
      const kills = select("SELECT SUM(amount) FROM dc_journal WHERE subject = 'total_boss_kills'");
      expectEqual(kills, [["2"]]);
    });
  }
});
