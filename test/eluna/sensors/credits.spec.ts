import { expectEqual } from "../../shared/expectations";
import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import { execute, select } from "../support/database";
import { errorsOf, pass, type Realm, realmScripts, startRealm } from "../support/realm";
import { seen, startRecorded } from "./recorder";

/** The engines that have hooks for spells. */
const ENGINES: readonly EngineName[] = ["ale", "eluna-azerothcore", "eluna-trinitycore"];
const VICTORY = ["BOSS_KILL", "DUNGEON_COMPLETE"] as const;

const MAL_GANIS = 26533;
const JAINA = 36955;
const CULLING = { mapId: 595, instanceId: 5, difficulty: 1 };
const REFLECTION = { mapId: 668, instanceId: 9 };

function completions(): string[][] {
  return select("SELECT player_guid FROM dc_journal WHERE subject = 'total_dungeon_completions'");
}

/** Thrall and Jaina in one copy of a dungeon, Garrosh in another. */
function enter(realm: Realm, place: typeof CULLING): void {
  realm.world.login({ name: "Thrall", guid: 7, account: 3, ...place });
  realm.world.login({ name: "Jaina", guid: 8, account: 4, ...place });
  realm.world.login({ name: "Garrosh", guid: 9, account: 5, ...place, instanceId: 6 });
}

describe("the credit sensor", () => {
  for (const engine of ENGINES) {
    it(`takes the spell of Mal'Ganis' credit for his death, for everybody there, on ${engine}`, () => {
      const realm = startRecorded(engine, VICTORY);
      enter(realm, CULLING);
      realm.world.castSpell("Thrall", { entry: MAL_GANIS }, 58124);
      expectEqual(seen(realm), []);
      realm.world.castSpell("Thrall", { entry: MAL_GANIS }, 58630);
      const kill = "creature_entry=26533 heroic=true map_id=595 raid_boss=false";
      const completion = "creature_entry=26533 dungeon_id=595 heroic=true instance_id=5 raid=false";
      expectEqual(seen(realm), [
        `BOSS_KILL of 7: ${kill}`,
        `BOSS_KILL of 8: ${kill}`,
        `DUNGEON_COMPLETE of 7: ${completion}`,
        `DUNGEON_COMPLETE of 8: ${completion}`,
      ]);
      expectEqual(errorsOf(realm), []);
    });

    for (const spell of [72830, 71352]) {
      it(`takes the spell ${spell} for the escape from the Lich King on ${engine}`, () => {
        const realm = startRecorded(engine, ["DUNGEON_COMPLETE"]);
        realm.world.login({ name: "Thrall", guid: 7, account: 3, ...REFLECTION });
        realm.world.castSpell("Thrall", { entry: JAINA }, spell);
        expectEqual(seen(realm), [
          "DUNGEON_COMPLETE of 7: creature_entry=36954 dungeon_id=668 heroic=false instance_id=9 raid=false",
        ]);
      });
    }

    it(`completes nothing by a spell where the table says so, on ${engine}`, () => {
      execute("UPDATE dc_dungeon_bosses SET completes_dungeon = 0 WHERE map_id = 595");
      const realm = startRecorded(engine, VICTORY);
      execute("UPDATE dc_dungeon_bosses SET completes_dungeon = 1 WHERE map_id = 595");
      enter(realm, CULLING);
      realm.world.castSpell("Thrall", { entry: MAL_GANIS }, 58630);
      const kill = "creature_entry=26533 heroic=true map_id=595 raid_boss=false";
      expectEqual(seen(realm), [`BOSS_KILL of 7: ${kill}`, `BOSS_KILL of 8: ${kill}`]);
    });

    it(`takes the spells for nothing elsewhere on ${engine}`, () => {
      const realm = startRecorded(engine, VICTORY);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, mapId: 571 });
      for (const spell of [58630, 72830, 71352]) {
        realm.world.castSpell("Thrall", { entry: MAL_GANIS }, spell);
      }
      expectEqual(seen(realm), []);
    });
  }

  it("asks the table that admins edit", () => {
    const realm = startRecorded("ale", VICTORY);
    enter(realm, CULLING);
    execute("DELETE FROM dc_dungeon_bosses WHERE map_id = 595");
    realm.world.reload();
    pass(realm, 2000);
    execute("INSERT INTO dc_dungeon_bosses VALUES (595, 26533, 'The Culling of Stratholme', 1)");
    realm.world.castSpell("Thrall", { entry: MAL_GANIS }, 58630);
    expectEqual(completions(), []);
    realm.world.reload();
    pass(realm, 2000);
    realm.world.castSpell("Thrall", { entry: MAL_GANIS }, 58630);
    pass(realm, 200);
    expectEqual(completions(), [["7"], ["8"]]);
  });

  for (const engine of ENGINES.filter((name) => name !== "ale")) {
    it(`counts once where each map has a state on ${engine}`, () => {
      const realm = startRealm({ engine, mapStates: true });
      pass(realm, 2000);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, ...CULLING });
      realm.world.castSpell("Thrall", { entry: MAL_GANIS }, 58630);
      pass(realm, 200);
      expectEqual(completions(), [["7"]]);
      expectEqual(errorsOf(realm), []);
    });
  }

  it("says on cMaNGOS that it has no such hooks", () => {
    const realm = startRealm({ engine: "eluna-cmangos" });
    const lines = realm.log.filter((line) => line.includes("lacks hooks for spells"));
    expectEqual(lines.length, 1);
    expectEqual(errorsOf(realm), []);
  });

  for (const [what, code] of [
    ["an older engine has no such hooks", "RegisterSpellEvent = nil"],
    ["the server does not know the spell", 'function RegisterSpellEvent() error("no such spell") end'],
  ] as const) {
    it(`goes without where ${what}, and says so`, () => {
      const realm = startRealm({ engine: "ale", scripts: [{ name: "a.lua", code }, ...realmScripts()] });
      pass(realm, 2000);
      realm.world.login({ name: "Thrall", guid: 7, account: 3 });
      expectEqual(realm.log.filter((line) => line.includes("no hook for the spell 58630: ")).length, 1);
      expectEqual(realm.world.run("return DC.PlayerProfile:GetStat(7, 'total_logins')"), [1]);
      expectEqual(errorsOf(realm), []);
    });
  }
});
