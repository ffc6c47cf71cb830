import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { acknowledgeAll, playing, run } from "./playing";

const QUEUED = "SELECT kind, subject, amount, source, account_id FROM dc_journal WHERE player_guid = 99";

describe("GetOrCreateProfile", () => {
  it("makes the row of a player of whom the tables know nothing, with the account, once", () => {
    const realm = playing();
    const create = "return DC.PlayerProfile:GetOrCreateProfile(99, 5).accountId";
    expectEqual(run(realm, create), [5]);
    expectEqual(run(realm, create), [5]);
    pass(realm, 500);
    expectEqual(select(QUEUED), [["add", "total_logins", "0", "profile_created", "5"]]);
  });

  it("is remembered by the queue when nobody has asked for the player for long", () => {
    const realm = playing();
    run(realm, "DC.PlayerProfile:GetOrCreateProfile(99, 5)");
    pass(realm, 70000);
    expectEqual(run(realm, "return DC.PlayerProfile:GetOrCreateProfile(99, 6).accountId"), [5]);
    pass(realm, 100);
    expectEqual(select(QUEUED).length, 1);
  });

  it("forgets the account with the row, wherever the deletion is", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_profile (player_guid, account_id) VALUES (99, 5)");
    const account = "return DC.PlayerProfile:GetProfile(99).accountId";
    expectEqual(run(realm, account), [5]);
    run(realm, "DC.PlayerProfile:DeleteProfile(99)");
    expectEqual(run(realm, account), [0]);
    pass(realm, 3000);
    expectEqual(run(realm, account), [0]);
    realm.world.reload();
    pass(realm, 300);
    expectEqual(run(realm, account), [0]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetOrCreateProfile(99, 6).accountId"), [6]);
  });

  it("changes nothing of a player whose account is known", () => {
    const realm = playing();
    pass(realm, 100);
    acknowledgeAll();
    expectEqual(run(realm, "return DC.PlayerProfile:GetOrCreateProfile(7, 999).accountId"), [3]);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec')");
    pass(realm, 200);
    expectEqual(select("SELECT kind, account_id FROM dc_journal WHERE player_guid = 7"), [
      ["earn", "3"],
      ["add", "3"],
    ]);
  });

  for (const wrong of ["1.5", "0/0", "-1", "0", "2^32", "'shop'", "{}", "nil"]) {
    it(`refuses what is no account, and everybody's operations go on: ${wrong}`, () => {
      const realm = playing();
      const call = `DC.PlayerProfile:GetOrCreateProfile(7, ${wrong})`;
      const [ok, failure] = run(realm, `return pcall(function() ${call} end)`);
      expectEqual(ok, false);
      expectEqual(
        string.find(failure as string, "^run:1: DC%.PlayerProfile:GetOrCreateProfile: accountId must be ")[0],
        1,
      );
      run(
        realm,
        "DC.PlayerProfile:AddCurrency(7, 2, 1, 'spec') DC.PlayerProfile:AddCurrency(8, 2, 10, 'spec')",
      );
      pass(realm, 300);
      expectEqual(select("SELECT SUM(amount) FROM dc_journal WHERE source = 'spec'"), [["11"]]);
      expectEqual(errorsOf(realm), []);
    });
  }
});
