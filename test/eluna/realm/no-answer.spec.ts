import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { playing, run } from "./playing";

describe("a read that the database gives no answer to", () => {
  it("is not taken for an empty player, and is tried again", () => {
    const realm = playing();
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec')");
    pass(realm, 100);
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 1000)");
    execute(
      "INSERT INTO dc_outbox (realm_id, kind, player_guid) SELECT realm_id, 'player_changed', 7 FROM dc_boot ORDER BY boot_id DESC LIMIT 1",
    );
    // The row of this boot is always there; without it the statement's answer is no answer.
    execute("UPDATE dc_boot SET boot_id = boot_id + 1000000");
    pass(realm, 1000);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [5]);
    execute("UPDATE dc_boot SET boot_id = boot_id - 1000000");
    pass(realm, 6000);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [1005]);
    expectEqual(errorsOf(realm), []);
  });
});
