import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, type Realm } from "../support/realm";
import { seen, startRecorded } from "./recorder";

const HEAL = 65;
const DAMAGE = 66;

function hasHook(realm: Realm, id: number): boolean {
  return realm.world.world.states.world.hooks.has("player", id);
}

function logIn(realm: Realm): void {
  realm.world.login({ name: "Thrall", guid: 7, account: 3 });
  realm.world.login({ name: "Jaina", guid: 8, account: 4 });
}

describe("the combat sensor on ale", () => {
  it("registers nothing while nobody subscribes", () => {
    const realm = startRecorded("ale", []);
    expectEqual([hasHook(realm, DAMAGE), hasHook(realm, HEAL)], [false, false]);
    realm.world.run('watch("DAMAGE_DEALT")');
    expectEqual([hasHook(realm, DAMAGE), hasHook(realm, HEAL)], [true, false]);
    realm.world.run("unwatch()");
    expectEqual(hasHook(realm, DAMAGE), false);
  });

  it("publishes damage and healing, and changes no amount", () => {
    const realm = startRecorded("ale", ["DAMAGE_DEALT", "HEALING_DONE"]);
    logIn(realm);
    expectEqual(realm.world.attack("Thrall", { entry: 24078 }, 1234), 1234);
    expectEqual(realm.world.heal("Jaina", "Thrall", 567), 567);
    const [damage, healing, ...rest] = seen(realm);
    const [found] = string.match(
      damage ?? "",
      "^DAMAGE_DEALT of 7: amount=1234 target_entry=24078 target_guid=%d+$",
    );
    expectEqual(found, damage);
    expectEqual(healing, "HEALING_DONE of 8: amount=567 target_entry=0 target_guid=7");
    expectEqual(rest, []);
    expectEqual(errorsOf(realm), []);
  });

  it("publishes once more after everybody left and somebody came back, each blow once", () => {
    const realm = startRecorded("ale", ["DAMAGE_DEALT", "DAMAGE_DEALT"]);
    logIn(realm);
    realm.world.run("unwatch()");
    realm.world.attack("Thrall", { entry: 24078 }, 1);
    expectEqual(seen(realm), []);
    realm.world.run('watch("DAMAGE_DEALT")');
    realm.world.attack("Thrall", { entry: 24078 }, 2);
    expectEqual(seen(realm).length, 1);
  });

  it("keeps blows out of the history", () => {
    const realm = startRecorded("ale", ["DAMAGE_DEALT"]);
    logIn(realm);
    realm.world.attack("Thrall", { entry: 24078 }, 1);
    const [count] = realm.world.run('return #DC.EventBus:GetRecentEvents("DAMAGE_DEALT", 10)');
    expectEqual(count, 0);
  });
});

describe("the combat sensor", () => {
  for (const engine of ENGINES) {
    if (engine !== "ale") {
      it(`does no harm on ${engine}, and the log says what is missing`, () => {
        const realm = startRecorded(engine, ["DAMAGE_DEALT", "HEALING_DONE"]);
        logIn(realm);
        expectEqual(realm.world.attack("Thrall", { entry: 24078 }, 1234), 1234);
        expectEqual(seen(realm), []);
        expectEqual(errorsOf(realm), []);
        expectEqual(realm.log.filter((line) => line.includes("publish DAMAGE_DEALT")).length, 1);
      });
    }
  }
});
