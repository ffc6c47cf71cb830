import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, type Realm } from "../support/realm";
import { seen, startRecorded } from "./recorder";

/** Those that tell of a turned-in quest. */
const TELLING: readonly string[] = ["ale", "eluna-trinitycore"];
const QUESTS = ["QUEST_COMPLETE", "QUEST_CHAIN_COMPLETE"] as const;
const DAILY = 0x1000;
const WEEKLY = 0x8000;

/** Quests 1 to 3 are a chain, whose second step sends to another giver for the third; 4 is a daily one that another unlocks, 5 a weekly one, 6 stands alone. */
function defineQuests(realm: Realm): void {
  realm.world.defineQuest({ id: 1, nextInChain: 2 });
  realm.world.defineQuest({ id: 2, previous: 1, next: 3 });
  realm.world.defineQuest({ id: 3, previous: 2 });
  realm.world.defineQuest({ id: 4, previous: 3, flags: DAILY });
  realm.world.defineQuest({ id: 5, flags: WEEKLY });
  realm.world.defineQuest({ id: 6 });
}

describe("the progress sensor", () => {
  for (const engine of ENGINES) {
    it(`publishes levels gained, not levels lost, on ${engine}`, () => {
      const realm = startRecorded(engine, ["PLAYER_LEVEL_UP"]);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 70 });
      realm.world.levelUp("Thrall", 72);
      realm.world.levelUp("Thrall", 60);
      expectEqual(seen(realm), ["PLAYER_LEVEL_UP of 7: new_level=72 old_level=70"]);
      expectEqual(errorsOf(realm), []);
    });

    if (TELLING.includes(engine)) {
      it(`publishes quests by their kind and the end of a chain on ${engine}`, () => {
        const realm = startRecorded(engine, QUESTS);
        defineQuests(realm);
        realm.world.login({ name: "Thrall", guid: 7, account: 3 });
        for (const quest of [1, 2, 3, 4, 5, 6]) {
          realm.world.acceptQuest("Thrall", quest);
          realm.world.completeQuest("Thrall", quest);
        }
        expectEqual(seen(realm), [
          "QUEST_COMPLETE of 7: quest_id=1 quest_type=normal",
          "QUEST_COMPLETE of 7: quest_id=2 quest_type=normal",
          "QUEST_COMPLETE of 7: quest_id=3 quest_type=chain",
          "QUEST_CHAIN_COMPLETE of 7: chain_id=3",
          "QUEST_COMPLETE of 7: quest_id=4 quest_type=daily",
          "QUEST_COMPLETE of 7: quest_id=5 quest_type=weekly",
          "QUEST_COMPLETE of 7: quest_id=6 quest_type=normal",
        ]);
        expectEqual(errorsOf(realm), []);
      });

      it(`takes no quest that is given up for one that is turned in on ${engine}`, () => {
        const realm = startRecorded(engine, QUESTS);
        defineQuests(realm);
        realm.world.login({ name: "Thrall", guid: 7, account: 3 });
        realm.world.login({ name: "Jaina", guid: 8, account: 4 });
        for (const quest of [4, 5, 6]) {
          realm.world.acceptQuest("Thrall", quest);
          realm.world.abandonQuest("Thrall", quest);
        }
        expectEqual(seen(realm), []);
        realm.world.abandonQuest("Thrall", 5);
        realm.world.completeQuest("Jaina", 5);
        realm.world.completeQuest("Thrall", 5);
        expectEqual(seen(realm), [
          "QUEST_COMPLETE of 8: quest_id=5 quest_type=weekly",
          "QUEST_COMPLETE of 7: quest_id=5 quest_type=weekly",
        ]);
      });
    } else {
      it(`says that quests are not told, and takes nothing else for one, on ${engine}`, () => {
        const realm = startRecorded(engine, QUESTS);
        defineQuests(realm);
        realm.world.login({ name: "Thrall", guid: 7, account: 3 });
        for (const quest of [4, 6]) {
          realm.world.acceptQuest("Thrall", quest);
          realm.world.completeQuest("Thrall", quest);
          realm.world.abandonQuest("Thrall", quest);
        }
        expectEqual(seen(realm), []);
        expectEqual(realm.log.filter((line) => line.includes("publish QUEST_COMPLETE")).length, 1);
      });
    }
  }
});
