import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import { expectEqual } from "../../shared/expectations";
import { ask } from "../commands/console";
import { KEEP, SPLIT_ENGINES, splitRealm } from "../map-state/split-realm";
import { tell } from "../realm/playing";
import { execute, select } from "../support/database";
import { ENGINES, errorsOf, pass, type Realm } from "../support/realm";
import { killByPet, seen, startRecorded } from "./recorder";

const VICTORY = ["BOSS_KILL", "DUNGEON_COMPLETE"] as const;

/** Creatures of the admin's own, which no core calls a boss. */
const KNIGHT = { entry: 90001, rank: 0 };
const QUEEN = { entry: 90002, rank: 1 };
const INGVAR = { entry: 23954, rank: 3, dungeonBoss: true };

function list(entry: number, completes: number): void {
  execute(
    "INSERT INTO dc_dungeon_bosses (map_id, creature_entry, dungeon_name, completes_dungeon) " +
      `VALUES (574, ${entry}, 'Utgarde Keep', ${completes})`,
  );
}

/** A realm that has read the table as it is now, with Thrall and Jaina in a group and Garrosh without one in the keep. */
function enterKeep(engine: EngineName, difficulty = 1): Realm {
  const realm = startRecorded(engine, VICTORY);
  const place = { level: 80, ...KEEP, difficulty };
  realm.world.login({ name: "Thrall", guid: 7, account: 3, ...place });
  realm.world.login({ name: "Jaina", guid: 8, account: 4, ...place });
  realm.world.login({ name: "Garrosh", guid: 9, account: 5, ...place });
  realm.world.joinGroup("Thrall", "Jaina");
  return realm;
}

function kill(player: number, entry: number, heroic = true): string {
  return `BOSS_KILL of ${player}: creature_entry=${entry} heroic=${heroic} map_id=574 raid_boss=false`;
}

function completion(player: number, entry: number, heroic = true): string {
  return `DUNGEON_COMPLETE of ${player}: creature_entry=${entry} dungeon_id=574 heroic=${heroic} instance_id=5 raid=false`;
}

describe("dc_dungeon_bosses", () => {
  after_each(() => {
    execute("DELETE FROM dc_dungeon_bosses WHERE creature_entry >= 90000");
    execute("UPDATE dc_dungeon_bosses SET completes_dungeon = 1");
  });

  for (const engine of ENGINES) {
    it(`names a boss that completes nothing, for the killer's group on its map, on ${engine}`, () => {
      list(KNIGHT.entry, 0);
      const realm = enterKeep(engine);
      realm.world.login({ name: "Vol'jin", guid: 10, account: 6, level: 80, mapId: 571 });
      realm.world.joinGroup("Thrall", "Vol'jin");
      realm.world.killCreature("Thrall", KNIGHT);
      expectEqual(seen(realm), [kill(7, 90001), kill(8, 90001)]);
      realm.world.killCreature("Garrosh", KNIGHT);
      expectEqual(seen(realm), [kill(9, 90001)]);
      realm.world.killCreature("Vol'jin", KNIGHT);
      expectEqual(seen(realm), []);
      expectEqual(errorsOf(realm), []);
    });

    it(`leaves what the engine calls a boss one, once, where it completes nothing on ${engine}`, () => {
      execute("UPDATE dc_dungeon_bosses SET completes_dungeon = 0 WHERE creature_entry = 23954");
      const realm = enterKeep(engine);
      realm.world.killCreature("Garrosh", INGVAR);
      expectEqual(seen(realm), [kill(9, 23954)]);
    });

    it(`has each of several last bosses complete the dungeon, on every difficulty, on ${engine}`, () => {
      execute(
        "INSERT INTO dc_dungeon_bosses (map_id, creature_entry, dungeon_name) VALUES (574, 90002, 'Keep')",
      );
      for (const difficulty of [0, 1]) {
        const heroic = difficulty === 1;
        const realm = enterKeep(engine, difficulty);
        realm.world.killCreature("Garrosh", QUEEN);
        realm.world.killCreature("Garrosh", INGVAR);
        expectEqual(seen(realm), [
          kill(9, 90002, heroic),
          completion(9, 90002, heroic),
          kill(9, 23954, heroic),
          completion(9, 23954, heroic),
        ]);
      }
    });

    it(`counts as it is as soon as the bridge has said that it changed on ${engine}`, () => {
      const realm = enterKeep(engine);
      const bosses = (): string[] => {
        tell(realm, "config_changed", "dc_dungeon_bosses");
        realm.world.killCreature("Garrosh", KNIGHT);
        return seen(realm);
      };
      expectEqual(bosses(), []);
      list(KNIGHT.entry, 0);
      expectEqual(bosses(), [kill(9, 90001)]);
      // Not 0, so it counts as 1; the bridge calls it wrong.
      execute("UPDATE dc_dungeon_bosses SET completes_dungeon = 2 WHERE creature_entry = 90001");
      expectEqual(bosses(), [kill(9, 90001), completion(9, 90001)]);
      execute("DELETE FROM dc_dungeon_bosses WHERE creature_entry = 90001");
      expectEqual(bosses(), []);
      expectEqual(errorsOf(realm), []);
    });
  }

  it("names bosses for pets, too, on ale", () => {
    list(KNIGHT.entry, 0);
    const realm = enterKeep("ale");
    killByPet(realm, "Thrall", KNIGHT);
    expectEqual(seen(realm), [kill(7, 90001), kill(8, 90001)]);
  });

  for (const engine of SPLIT_ENGINES) {
    it(`counts within a minute where each map has a state on ${engine}`, () => {
      list(KNIGHT.entry, 0);
      const realm = splitRealm(engine);
      const count = (stat: string): number =>
        select(`SELECT 1 FROM dc_journal WHERE player_guid = 7 AND subject = '${stat}'`).length;
      const killed = (): number[] => {
        realm.world.killCreature("Thrall", KNIGHT);
        pass(realm, 200);
        return [count("total_boss_kills"), count("total_dungeon_completions")];
      };
      expectEqual(killed(), [1, 0]);
      execute("UPDATE dc_dungeon_bosses SET completes_dungeon = 1 WHERE creature_entry = 90001");
      for (let second = 0; second <= 60; second += 5) realm.world.tick(5000);
      expectEqual(killed(), [2, 1]);
      expectEqual(errorsOf(realm), []);
    });

    it(`with the wrong map is put right by what the manual's command shows on ${engine}`, () => {
      const realm = splitRealm(engine);
      realm.world.killCreature("Thrall", KNIGHT);
      pass(realm, 200);
      const [, line = ""] = ask(realm, undefined, "dci events CREATURE_KILL");
      expectEqual(line.includes(" creature_entry=90001 ") && line.includes(" map_id=574"), true);
    });
  }
});
