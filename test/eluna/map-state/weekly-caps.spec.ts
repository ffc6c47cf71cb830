import { expectEqual } from "../../shared/expectations";
import { beginWeek, setCap } from "../realm/playing";
import { execute } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { inKeep, SPLIT_ENGINES, splitRealm } from "./split-realm";

function onMap(realm: Realm, call: string): unknown[] {
  return inKeep(realm, `return DC.PlayerProfile:${call}`);
}

after_each(() => execute("UPDATE dc_currency_definitions SET weekly_cap = 0"));

for (const engine of SPLIT_ENGINES) {
  describe(`a weekly cap in a map state on ${engine}`, () => {
    it("counts from the moment that an admin sets it, and until it is taken away", () => {
      const realm = splitRealm(engine);
      expectEqual(onMap(realm, "GetWeeklyEarned(7, 2)"), [0, undefined]);
      setCap(realm, 100);
      expectEqual(onMap(realm, "GetWeeklyEarned(7, 2)"), [0, 100]);
      expectEqual(onMap(realm, "AddCurrency(7, 2, 101, 'chest')"), [false, "weekly_cap"]);
      setCap(realm, 0);
      expectEqual(onMap(realm, "AddCurrency(7, 2, 101, 'chest')"), [true]);
      expectEqual(errorsOf(realm), []);
    });

    it("begins anew with the weekly reset", () => {
      const realm = splitRealm(engine);
      setCap(realm, 100);
      expectEqual(onMap(realm, "AddCurrency(7, 2, 100, 'chest')"), [true]);
      expectEqual(onMap(realm, "AddCurrency(7, 2, 1, 'chest')"), [false, "weekly_cap"]);
      pass(realm, 100);
      beginWeek(realm);
      expectEqual(onMap(realm, "GetWeeklyEarned(7, 2)"), [0, 100]);
      expectEqual(onMap(realm, "AddCurrency(7, 2, 60, 'chest')"), [true]);
      expectEqual(onMap(realm, "AddCurrency(7, 2, 60, 'chest')"), [false, "weekly_cap"]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
