import { expectEqual } from "../../shared/expectations";
import { tell } from "../realm/playing";
import { execute } from "../support/database";
import { ENGINES, errorsOf, type Realm } from "../support/realm";
import { seen, startRecorded, winRoll } from "./recorder";

const LOOT = ["LOOT_COLLECTED", "RARE_LOOT_DROPPED"] as const;

/** Sets the lowest quality of rare loot as an admin does, and lets the bridge's notice arrive. */
function setRareQuality(realm: Realm, value: string): void {
  execute(
    `REPLACE INTO dc_settings VALUES ('rare_loot_from_quality', '${value}', '4', '0', '7', 'item quality', '')`,
  );
  tell(realm, "config_changed", "dc_settings");
}

/** The qualities 0 to 7 that count as rare, looted one after the other. */
function rareQualities(realm: Realm): string[] {
  seen(realm);
  for (let quality = 0; quality <= 7; quality++) {
    realm.world.lootItem("Thrall", { entry: 43102, quality }, 23954);
  }
  const rare = seen(realm).filter((line) => line.startsWith("RARE_LOOT_DROPPED"));
  return rare.map((line) => line.substring(line.length - 1));
}

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

    it(`calls rare what the admin's setting says, while the world runs, on ${engine}`, () => {
      const realm = startRecorded(engine, LOOT);
      realm.world.login({ name: "Thrall", guid: 7, account: 3 });
      expectEqual(rareQualities(realm), ["4", "5", "6", "7"]);
      setRareQuality(realm, "6");
      expectEqual(rareQualities(realm), ["6", "7"]);
      setRareQuality(realm, "0");
      expectEqual(rareQualities(realm).length, 8);
      expectEqual(errorsOf(realm), []);
      setRareQuality(realm, "8");
      expectEqual(rareQualities(realm).length, 8);
      expectEqual(errorsOf(realm).length, 1);
      expectEqual((errorsOf(realm)[0] ?? "").includes("8 is not within 0 to 7 item quality"), true);
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
