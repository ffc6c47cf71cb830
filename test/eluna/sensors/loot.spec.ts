import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf } from "../support/realm";
import { seen, startRecorded, winRoll } from "./recorder";

const LOOT = ["LOOT_COLLECTED", "RARE_LOOT_DROPPED"] as const;

describe("the loot sensor", () => {
  for (const engine of ENGINES) {
    it(`publishes every looted item, and epic ones once more, on ${engine}`, () => {
      const realm = startRecorded(engine, LOOT);
      realm.world.login({ name: "Thrall", guid: 7, account: 3 });
      realm.world.lootItem("Thrall", { entry: 2589, count: 3, quality: 1 }, 24078);
      realm.world.lootItem("Thrall", { entry: 37152, quality: 3 }, 23954);
      realm.world.lootItem("Thrall", { entry: 43102, quality: 4 }, 23954);
      expectEqual(seen(realm), [
        "LOOT_COLLECTED of 7: count=3 item_entry=2589 quality=1",
        "LOOT_COLLECTED of 7: count=1 item_entry=37152 quality=3",
        "LOOT_COLLECTED of 7: count=1 item_entry=43102 quality=4",
        "RARE_LOOT_DROPPED of 7: count=1 item_entry=43102 quality=4",
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it(`takes items that come without loot for none on ${engine}`, () => {
      const realm = startRecorded(engine, LOOT);
      realm.world.login({ name: "Thrall", guid: 7, account: 3 });
      realm.world.addItem("Thrall", { entry: 43102, quality: 4 });
      expectEqual(seen(realm), []);
    });
  }

  it("publishes an item won by a roll on ale", () => {
    const realm = startRecorded("ale", LOOT);
    realm.world.login({ name: "Thrall", guid: 7, account: 3 });
    winRoll(realm, "Thrall", { entry: 43102, quality: 4 });
    expectEqual(seen(realm), [
      "LOOT_COLLECTED of 7: count=1 item_entry=43102 quality=4",
      "RARE_LOOT_DROPPED of 7: count=1 item_entry=43102 quality=4",
    ]);
    expectEqual(errorsOf(realm), []);
  });
});
