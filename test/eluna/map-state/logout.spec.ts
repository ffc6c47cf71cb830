import { expectEqual } from "../../shared/expectations";
import { pack } from "../../simulated-realm/engine/lua/packed";
import { push } from "../../simulated-realm/engine/objects/engine-value";
import { errorsOf, pass, type Realm } from "../support/realm";
import { balance, give, KEEP, profile, SPLIT_ENGINES, spends, splitRealm } from "./split-realm";

const LOGOUT = 4;

/** A script of the world's that pays in the hook of the logout, behind this project's own handler: the first registered comes last. */
const LAST_PAYMENT = `
  if GetStateMapId() == -1 then
    RegisterPlayerEvent(${LOGOUT}, function()
      paid = DC.PlayerProfile:SpendCurrency(7, 100, 80, "last rites")
      granted = DC.PlayerProfile:GrantUnlock(7, "title", 9, "last rites")
    end)
  end
`;

/** Hook 4 has fired, and what the map does when it loses the player has not begun. */
function logoutHook(realm: Realm): void {
  const player = realm.world.world.playerOrFail("Thrall");
  realm.world.world.firePlayer(LOGOUT, player.map, (state) => pack(LOGOUT, push(state, player)));
}

for (const engine of SPLIT_ENGINES) {
  describe(`between the hook of the logout and the end of the player, on ${engine},`, () => {
    it("a map sees what the world's scripts have paid and granted", () => {
      const realm = splitRealm(engine, [{ name: "a_payment.lua", code: LAST_PAYMENT }]);
      give(realm, 100);
      logoutHook(realm);
      expectEqual(realm.world.run("return paid, granted"), [true, true]);
      expectEqual(
        [balance(realm, KEEP), spends(realm, 80, KEEP), spends(realm, 20, KEEP)],
        [20, false, true],
      );
      expectEqual(profile(realm, 'GrantUnlock(7, "title", 9, "x")', KEEP), [false]);
      pass(realm, 100);
      expectEqual(balance(realm), 0);
      expectEqual(errorsOf(realm), []);
    });
  });
}
