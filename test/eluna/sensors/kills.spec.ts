import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, type Realm } from "../support/realm";
import { killByPet, killByPetOfCreature, killPlayerByPet, seen, startRecorded } from "./recorder";

const KILLS = ["CREATURE_KILL", "BOSS_KILL", "DUNGEON_COMPLETE", "PVP_KILL"] as const;

/** Thrall and Jaina in a group and Garrosh without one, all in heroic Utgarde Keep. */
function enterKeep(realm: Realm): void {
  const place = { level: 80, mapId: 574, instanceId: 5, difficulty: 1 };
  realm.world.login({ name: "Thrall", guid: 7, account: 3, ...place });
  realm.world.login({ name: "Jaina", guid: 8, account: 4, ...place });
  realm.world.login({ name: "Garrosh", guid: 9, account: 5, ...place });
  realm.world.joinGroup("Thrall", "Jaina");
}

describe("the kill sensor", () => {
  for (const engine of ENGINES) {
    it(`publishes a creature for its killer alone on ${engine}`, () => {
      const realm = startRecorded(engine, KILLS);
      enterKeep(realm);
      realm.world.killCreature("Jaina", { entry: 24078, level: 71, rank: 1 });
      expectEqual(seen(realm), [
        "CREATURE_KILL of 8: by_pet=false creature_entry=24078 creature_level=71 elite=true map_id=574",
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it(`publishes a dungeon's last boss for the killer's group on its map on ${engine}`, () => {
      const realm = startRecorded(engine, ["BOSS_KILL", "DUNGEON_COMPLETE"]);
      enterKeep(realm);
      realm.world.login({ name: "Vol'jin", guid: 10, account: 6, level: 80, mapId: 571 });
      realm.world.joinGroup("Thrall", "Vol'jin");
      // Without the rank of a boss, as its normal form has it: the table says what it is.
      realm.world.killCreature("Thrall", { entry: 23954, level: 82, rank: 1 });
      const kill = "creature_entry=23954 heroic=true map_id=574 raid_boss=false";
      const completion = "creature_entry=23954 dungeon_id=574 heroic=true instance_id=5 raid=false";
      expectEqual(seen(realm), [
        `BOSS_KILL of 7: ${kill}`,
        `BOSS_KILL of 8: ${kill}`,
        `DUNGEON_COMPLETE of 7: ${completion}`,
        `DUNGEON_COMPLETE of 8: ${completion}`,
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it(`publishes a last boss under the entry that it dies with on ${engine}`, () => {
      const realm = startRecorded(engine, ["DUNGEON_COMPLETE"]);
      enterKeep(realm);
      // Ingvar rises again as 23980 on TrinityCore and cMaNGOS; AzerothCore changes his looks alone.
      realm.world.killCreature("Garrosh", { entry: 23980, level: 82, rank: 1 });
      expectEqual(seen(realm), [
        "DUNGEON_COMPLETE of 9: creature_entry=23980 dungeon_id=574 heroic=true instance_id=5 raid=false",
      ]);
    });

    it(`publishes a boss that completes nothing, for a player without a group, on ${engine}`, () => {
      const realm = startRecorded(engine, ["BOSS_KILL", "DUNGEON_COMPLETE"]);
      enterKeep(realm);
      realm.world.killCreature("Garrosh", { entry: 24200, rank: 3 });
      expectEqual(seen(realm), [
        "BOSS_KILL of 9: creature_entry=24200 heroic=true map_id=574 raid_boss=false",
      ]);
    });

    it(`takes a last boss for one on its own map only on ${engine}`, () => {
      const realm = startRecorded(engine, ["BOSS_KILL", "DUNGEON_COMPLETE"]);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, mapId: 575 });
      realm.world.killCreature("Thrall", { entry: 23954, rank: 1 });
      expectEqual(seen(realm), []);
    });

    it(`publishes a player kill, and none for a player whom the world killed, on ${engine}`, () => {
      const realm = startRecorded(engine, KILLS);
      enterKeep(realm);
      realm.world.killPlayer("Thrall", "Garrosh");
      realm.world.killPlayer("Jaina", "Jaina");
      expectEqual(seen(realm), ["PVP_KILL of 7: map_id=574 victim_guid=9 victim_level=80"]);
    });
  }

  it("counts a pet's kill for its owner on ale, bosses included", () => {
    const realm = startRecorded("ale", KILLS);
    enterKeep(realm);
    killByPet(realm, "Thrall", { entry: 24078, level: 71 });
    killByPet(realm, "Garrosh", { entry: 23954, level: 82, rank: 1, dungeonBoss: true });
    expectEqual(seen(realm), [
      "CREATURE_KILL of 7: by_pet=true creature_entry=24078 creature_level=71 elite=false map_id=574",
      "CREATURE_KILL of 9: by_pet=true creature_entry=23954 creature_level=82 elite=true map_id=574",
      "BOSS_KILL of 9: creature_entry=23954 heroic=true map_id=574 raid_boss=false",
      "DUNGEON_COMPLETE of 9: creature_entry=23954 dungeon_id=574 heroic=true instance_id=5 raid=false",
    ]);
    expectEqual(errorsOf(realm), []);
  });

  it("takes what pets do that is no player's kill of a creature for nothing on ale", () => {
    const realm = startRecorded("ale", KILLS);
    enterKeep(realm);
    killPlayerByPet(realm, "Thrall");
    killByPetOfCreature(realm, "Thrall", { entry: 23954, level: 82, rank: 1, dungeonBoss: true });
    expectEqual(seen(realm), []);
    expectEqual(errorsOf(realm), []);
  });
});
