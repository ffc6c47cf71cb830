import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { acknowledgeAll, playing, run, setCap } from "./playing";

const CAP = 100;
const DELETE = "DC.PlayerProfile:DeleteProfile(7)";

function earn(realm: Realm, amount: number): unknown[] {
  return run(realm, `return DC.PlayerProfile:AddCurrency(7, 2, ${amount}, 'spec')`);
}

function weekly(realm: Realm): unknown {
  return run(realm, "return DC.PlayerProfile:GetWeeklyEarned(7, 2)")[0];
}

/** A realm in which Thrall has earned 90 of 100 this week, in the ledger. */
function nearlyCapped(): Realm {
  const realm = playing();
  setCap(realm, CAP);
  earn(realm, 90);
  pass(realm, 100);
  acknowledgeAll();
  pass(realm, 600);
  return realm;
}

after_each(() => execute("UPDATE dc_currency_definitions SET weekly_cap = 0"));

describe("a deleted profile", () => {
  it("takes along what its player has earned this week", () => {
    const realm = nearlyCapped();
    expectEqual(earn(realm, 11), [false, "weekly_cap"]);
    run(realm, DELETE);
    expectEqual(weekly(realm), 0);
    expectEqual(earn(realm, 80), [true]);
    expectEqual(weekly(realm), 80);
    expectEqual(errorsOf(realm), []);
  });

  it("has taken it along for the next start, too, in the queue and in the ledger", () => {
    const realm = nearlyCapped();
    run(realm, DELETE);
    earn(realm, 80);
    realm.world.reload();
    pass(realm, 1000);
    expectEqual(weekly(realm), 80);
    acknowledgeAll();
    realm.world.reload();
    pass(realm, 1000);
    expectEqual(weekly(realm), 80);
  });

  it("counts as deleted where the week is asked for before the database knows of it", () => {
    const realm = nearlyCapped();
    realm.world.reload();
    pass(realm, 1000);
    earn(realm, 5);
    run(realm, DELETE);
    earn(realm, 7);
    expectEqual(weekly(realm), 7);
  });
});
