import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { pass, type Realm } from "../support/realm";
import { acknowledgeAll, BOOT, playing, run } from "./playing";

const EARN = "return DC.PlayerProfile:AddCurrency(7, 2, 50, 'shop', 'order-1')";
/** Other requests by the same name: another kind, player, currency, amount. */
const OTHERS = [
  "return DC.PlayerProfile:SpendCurrency(7, 2, 50, 'shop', 'order-1')",
  "return DC.PlayerProfile:AddCurrency(8, 2, 50, 'shop', 'order-1')",
  "return DC.PlayerProfile:AddCurrency(7, 3, 50, 'shop', 'order-1')",
  "return DC.PlayerProfile:AddCurrency(7, 2, 51, 'shop', 'order-1')",
];

function expectOnlyTheFirst(realm: Realm): void {
  for (const other of OTHERS) expectEqual(run(realm, other), [false, "id_in_use"]);
  expectEqual(run(realm, EARN), [true, "repeated"]);
  expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [50]);
}

describe("the name of a request", () => {
  it("stands for one request: another one is refused, wherever the first is by then", () => {
    const realm = playing();
    expectEqual(run(realm, EARN), [true]);
    expectOnlyTheFirst(realm);
    // In the queue, and after twelve seconds in the realm's memory no more.
    pass(realm, 12000);
    expectOnlyTheFirst(realm);
    acknowledgeAll();
    pass(realm, 600);
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 50)");
    realm.world.reload();
    pass(realm, 300);
    expectOnlyTheFirst(realm);
  });

  for (const name of ["order-1 ", "order 1", "order-1\\0two", "gr\\252n", "caf\\195", "\\255"]) {
    it(`is refused where the tables would not give it back: ${name}`, () => {
      const realm = playing();
      const [ok, failure] = run(
        realm,
        `return pcall(function() DC.PlayerProfile:AddCurrency(7, 2, 5, "shop", "${name}") end)`,
      );
      expectEqual(ok, false);
      expectEqual(
        failure,
        "run:1: DC.PlayerProfile:AddCurrency: requestId must be of visible ASCII characters, without spaces",
      );
    });
  }

  it("is not taken for new before the ledger can be asked", () => {
    const realm = playing();
    run(realm, EARN);
    pass(realm, 200);
    acknowledgeAll();
    pass(realm, 600);
    execute("RENAME TABLE dc_schema_migrations TO dc_schema_migrations_away");
    realm.world.reload();
    pass(realm, 200);
    expectEqual(run(realm, EARN), [false, "not_ready"]);
    run(realm, `DC.PlayerProfile:WhenLoaded(7, function() answer = { (function() ${EARN} end)() } end)`);
    execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
    pass(realm, 7000);
    expectEqual(run(realm, "return answer[1], answer[2]"), [true, "repeated"]);
    expectEqual(
      select(`SELECT COUNT(*) FROM dc_journal WHERE request_id = 'order-1' AND boot_id = ${BOOT}`),
      [["0"]],
    );
  });

  it("is not taken for new when the database gives no answer", () => {
    const realm = playing();
    run(realm, EARN);
    pass(realm, 200);
    acknowledgeAll();
    pass(realm, 600);
    run(realm, "realQuery = CharDBQuery CharDBQuery = function() end");
    expectEqual(run(realm, EARN), [false, "not_ready"]);
    run(realm, "CharDBQuery = realQuery");
    expectEqual(run(realm, EARN), [true, "repeated"]);
  });
});

describe("an unfinished row of the inbox", () => {
  it("is not carried out again when the ledger gives no answer, and is answered when it does", () => {
    const realm = playing();
    execute(
      "INSERT INTO dc_inbox (realm_id, kind, player_guid, name, amount) SELECT realm_id, 'add', 7, 'mythic_rating', 25 " +
        `FROM dc_boot WHERE boot_id = ${BOOT}`,
    );
    pass(realm, 1000);
    execute("UPDATE dc_inbox SET status = 'taken', boot_id = 1");
    realm.world.reload();
    run(
      realm,
      `realQuery = CharDBQuery
       CharDBQuery = function(sql) if not sql:find("request_id =") then return realQuery(sql) end end`,
    );
    pass(realm, 2000);
    expectEqual(select("SELECT status, boot_id FROM dc_inbox"), [["taken", "1"]]);
    run(realm, "CharDBQuery = realQuery");
    pass(realm, 1000);
    expectEqual(select("SELECT status FROM dc_inbox"), [["done"]]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [25]);
  });
});
