import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { inKeep, SPLIT_ENGINES, splitRealm } from "./split-realm";

const BOSSES_LOOT = { entry: 43102, quality: 5 };

const COUNTER = `
  rare = 0
  DC.EventBus:Subscribe("RARE_LOOT_DROPPED", function() rare = rare + 1 end)
`;

function setRareQuality(value: string): void {
  execute(
    `REPLACE INTO dc_settings VALUES ('rare_loot_from_quality', '${value}', '4', '0', '7', 'item quality', '')`,
  );
}

/** Lets a map state read the tables again. */
function passAMinute(realm: Realm): void {
  for (let second = 0; second <= 60; second += 5) realm.world.tick(5000);
}

for (const engine of SPLIT_ENGINES) {
  describe(`a table of the admin in a map state on ${engine}`, () => {
    function rareLoot(realm: Realm): unknown {
      realm.world.lootItem("Thrall", BOSSES_LOOT, 23954);
      const [count] = inKeep(realm, "local count = rare; rare = 0; return count");
      return count;
    }

    it("counts there within a minute of its change", () => {
      const realm = splitRealm(engine, [{ name: "rare_counter.lua", code: COUNTER }]);
      expectEqual(rareLoot(realm), 1);
      setRareQuality("6");
      passAMinute(realm);
      expectEqual(rareLoot(realm), 0);
      setRareQuality("5");
      passAMinute(realm);
      expectEqual(rareLoot(realm), 1);
    });

    it("keeps what counted before when a value is wrong, and leaves the complaint to the world state", () => {
      const realm = splitRealm(engine, [{ name: "rare_counter.lua", code: COUNTER }]);
      setRareQuality("6");
      passAMinute(realm);
      setRareQuality("many");
      passAMinute(realm);
      passAMinute(realm);
      expectEqual(rareLoot(realm), 0);
      expectEqual(errorsOf(realm), []);
    });

    it("counts in a map that is made after its change", () => {
      const realm = splitRealm(engine, [{ name: "rare_counter.lua", code: COUNTER }]);
      setRareQuality("6");
      realm.world.command(undefined, "reload eluna 574");
      pass(realm, 200);
      expectEqual(rareLoot(realm), 0);
    });
  });
}
