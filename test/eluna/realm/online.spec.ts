import { expectEqual } from "../../shared/expectations";
import { NORTHREND } from "../map-state/split-realm";
import { ENGINES, errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { run } from "./playing";

/** Milliseconds. */
const LOADING = 11_000;

function online(realm: Realm): unknown[] {
  return run(realm, 'return table.concat(DC.PlayerProfile:GetOnline(), " "), #GetPlayersInWorld()');
}

for (const engine of ENGINES) {
  describe(`GetOnline on ${engine}`, () => {
    it("has who is behind a loading screen, too, and nobody who has left", () => {
      const realm = startRealm({ engine });
      pass(realm, 200);
      expectEqual(online(realm), ["", 0]);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
      realm.world.login({ name: "Jaina", guid: 4, account: 2, level: 80 });
      expectEqual(online(realm), ["4 7", 2]);
      realm.world.travel("Thrall", NORTHREND, LOADING);
      expectEqual(online(realm), ["4 7", 1]);
      realm.world.logout("Jaina");
      expectEqual(online(realm), ["7", 0]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
