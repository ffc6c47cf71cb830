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

describe("an operation that cannot be written", () => {
  it("is reported once and put where an admin finds it, and holds up nobody's", () => {
    const realm = playing();
    realm.world.login({ name: "Jaina", guid: 8, account: 4, level: 80 });
    pass(realm, SECOND);
    // No method lets such a value in; a script that reaches into the realm's own tables can.
    run(realm, "DC.PlayerProfile.players.records:find(7).accountId = 1.5");
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 1, 'spec', 'order-1')");
    run(realm, "DC.PlayerProfile:AddCurrency(8, 2, 10, 'spec')");
    run(realm, "DC.PlayerProfile.players.records:find(7).accountId = 3");
    pass(realm, SECOND);
    expectEqual(select("SELECT SUM(amount) FROM dc_journal WHERE source = 'spec'"), [["11"]]);
    run(realm, "DC.PlayerProfile.players.records:find(7).accountId = 1.5");
    run(
      realm,
      "DC.PlayerProfile:AddCurrency(7, 3, 1, 'spec') DC.PlayerProfile:AddCurrency(8, 2, 10, 'spec')",
    );
    pass(realm, SECOND);
    run(realm, "DC.PlayerProfile.players.records:find(7).accountId = 3");
    realm.world.reload();
    pass(realm, SECOND);
    expectEqual(select("SELECT SUM(amount) FROM dc_journal WHERE source = 'spec'"), [["21"]]);
    const standIn = "SELECT player_guid, kind, subject, source FROM dc_journal WHERE subject = 'unwritable'";
    expectEqual(select(standIn), [["7", "add", "unwritable", "journal"]]);
    const gaps = "SELECT COUNT(*) - MAX(sequence) FROM dc_journal GROUP BY boot_id ORDER BY boot_id LIMIT 1";
    expectEqual(select(gaps), [["0"]]);
    const [error, another] = errorsOf(realm);
    expectEqual(error?.includes("an operation of player 7 cannot be written and is left out: "), true);
    expectEqual(another, undefined);
  });
});

describe("the time played", () => {
  it("is that of the world, however the server's clock is set meanwhile", () => {
    for (const step of [-3600, 3600]) {
      const realm = playing();
      pass(realm, 60 * SECOND);
      run(
        realm,
        `local real = os.time os.time = function(...) return real(...) + (select("#", ...) > 0 and 0 or ${step}) end`,
      );
      realm.world.logout("Thrall");
      expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'total_playtime_seconds')"), [60]);
    }
  });

  it("counts over a script reload and a logout", () => {
    const realm = playing();
    pass(realm, 60 * SECOND);
    realm.world.reload();
    pass(realm, 60 * SECOND);
    realm.world.logout("Thrall");
    pass(realm, 25 * SECOND);
    const [row] = select(
      "SELECT SUM(amount), GROUP_CONCAT(source) FROM dc_journal WHERE subject = 'total_playtime_seconds'",
    );
    expectEqual(row?.[1], "activity,activity");
    const seconds = Number(row?.[0]);
    expectEqual(seconds >= 119 && seconds <= 146, true);
  });
});
