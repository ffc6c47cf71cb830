import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { acknowledgeAll, playing, run, tell } from "./playing";

describe("a weekly cap", () => {
  function withCap(cap: number): ReturnType<typeof playing> {
    const realm = playing();
    execute(`UPDATE dc_currency_definitions SET weekly_cap = ${cap} WHERE currency_id = 2`);
    tell(realm, "config_changed", "dc_currency_definitions");
    execute("UPDATE dc_currency_definitions SET weekly_cap = 0");
    return realm;
  }

  it("lets a player earn up to it, and refuses more with the reason", () => {
    const realm = withCap(500);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 127, 'spec')"), [true]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetWeeklyEarned(7, 2)"), [127, 500]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 374, 'spec')"), [false, "weekly_cap"]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 373, 'spec')"), [true]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [500]);
  });

  it("does not give back what was spent, and counts what the ledger has after a reload", () => {
    const realm = withCap(500);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 300, 'spec')");
    run(realm, "DC.PlayerProfile:SpendCurrency(7, 2, 300, 'spec')");
    pass(realm, 100);
    acknowledgeAll();
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 100, 'spec')");
    execute("UPDATE dc_currency_definitions SET weekly_cap = 500 WHERE currency_id = 2");
    realm.world.reload();
    execute("UPDATE dc_currency_definitions SET weekly_cap = 0");
    pass(realm, 300);
    expectEqual(run(realm, "return DC.PlayerProfile:GetWeeklyEarned(7, 2)"), [400, 500]);
    expectEqual(errorsOf(realm), []);
  });

  it("begins anew with the weekly reset", () => {
    const realm = withCap(500);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 500, 'spec')");
    const [time] = run(realm, "return os.time()");
    const now = Number(time) + 3600;
    execute(
      `REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset)
       SELECT realm_id, ${now - 90000}, ${now - 3600}, ${now + 82800}, ${now} FROM dc_boot`,
    );
    realm.world.tick(3600 * 1000);
    tell(realm, "weekly_reset", "", now);
    expectEqual(run(realm, "return DC.PlayerProfile:GetWeeklyEarned(7, 2)"), [0, 500]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 1, 'spec')"), [true]);
  });
});

describe("a request with a name", () => {
  it("is carried out once, however often it comes, also after a reload and from the ledger", () => {
    const realm = playing();
    const earn = "return DC.PlayerProfile:AddCurrency(7, 2, 50, 'shop', 'order-1')";
    expectEqual(run(realm, earn), [true]);
    expectEqual(run(realm, earn), [true, "repeated"]);
    pass(realm, 100);
    expectEqual(run(realm, earn), [true, "repeated"]);
    realm.world.reload();
    pass(realm, 300);
    expectEqual(run(realm, earn), [true, "repeated"]);
    acknowledgeAll();
    pass(realm, 600);
    expectEqual(run(realm, earn), [true, "repeated"]);
    expectEqual(select("SELECT COUNT(*), SUM(amount) FROM dc_ledger WHERE request_id = 'order-1'"), [
      ["1", "50"],
    ]);
  });

  it("that was refused may be tried again", () => {
    const realm = playing();
    const spend = "return DC.PlayerProfile:SpendCurrency(7, 2, 50, 'shop', 'order-2')";
    expectEqual(run(realm, spend), [false, "not_enough"]);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 60, 'spec')");
    expectEqual(run(realm, spend), [true]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [10]);
  });
});

describe("a balance", () => {
  it("never passes 2^53 - 1: what has no room is refused whole, and nobody hears of it", () => {
    const realm = playing();
    run(realm, "heard = 0 DC.EventBus:Subscribe('CURRENCY_GAINED', function() heard = heard + 1 end)");
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 9007199254740990, 'spec')"), [true]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 2, 'spec', 'order-3')"), [
      false,
      "too_much",
    ]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 1, 'spec', 'order-3')"), [true]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 9007199254740991, 'spec')"), [
      false,
      "too_much",
    ]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2), heard"), [9007199254740991, 2]);
    pass(realm, 100);
    expectEqual(select("SELECT SUM(amount) FROM dc_journal WHERE kind = 'earn'"), [["9007199254740991"]]);
  });
});
