import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { playing, run } from "./playing";

const SECOND = 1000;

describe("the journal while no bridge runs", () => {
  it("keeps nothing in memory that the database has for certain, and the player's values stay right", () => {
    const realm = playing();
    for (let count = 0; count < 20; count++) run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec')");
    pass(realm, 30 * SECOND);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 1, 'spec')");
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 1000)");
    execute(
      "INSERT INTO dc_outbox (realm_id, kind, player_guid) SELECT realm_id, 'player_changed', 7 FROM dc_boot ORDER BY boot_id DESC LIMIT 1",
    );
    pass(realm, SECOND);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [1101]);
    expectEqual(errorsOf(realm), []);
  });

  it("sends again what the core has lost, and nothing twice", () => {
    const realm = playing();
    realm.world.loseNextExecute();
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec')");
    pass(realm, SECOND);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 6, 'spec')");
    pass(realm, SECOND);
    expectEqual(select("SELECT SUM(amount) FROM dc_journal WHERE kind = 'earn'"), [["6"]]);
    pass(realm, 30 * SECOND);
    expectEqual(select("SELECT COUNT(*), SUM(amount) FROM dc_journal WHERE kind = 'earn'"), [["2", "11"]]);
  });
});

describe("the time played", () => {
  it("counts over a script reload and a logout", () => {
    const realm = playing();
    pass(realm, 60 * SECOND);
    realm.world.reload();
    pass(realm, 60 * SECOND);
    realm.world.logout("Thrall");
    pass(realm, 25 * SECOND);
    const [row] = select("SELECT SUM(amount) FROM dc_journal WHERE subject = 'total_playtime_seconds'");
    const seconds = Number(row?.[0]);
    expectEqual(seconds >= 119 && seconds <= 146, true);
  });
});
