import { expectEqual } from "../../shared/expectations";
import { recordMessages, sayHello } from "../support/addon";
import { execute, select } from "../support/database";
import { errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { playing, run, tell, THRALL } from "./playing";

/** A realm whose tables are not there yet, with a player who has played long before. */
function waiting(): Realm {
  execute("RENAME TABLE dc_schema_migrations TO dc_schema_migrations_away");
  const realm = startRealm({ engine: "ale" });
  execute(
    "INSERT INTO dc_player_profile (player_guid, highest_key_completed, season_pass_level, prestige_level, total_logins) VALUES (7, 20, 9, 4, 500)",
  );
  execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 1, 95000)");
  pass(realm, 100);
  return realm;
}

function openTables(realm: Realm): void {
  execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
  pass(realm, 7000);
}

describe("what happens before the tables can be read", () => {
  it("counts on top of the real values, and overwrites none with what an empty profile leads to", () => {
    const realm = waiting();
    run(
      realm,
      'DC.EventBus:Subscribe("PLAYER_LOGIN", function(event) firstLogin = event:Get("first", false) end)',
    );
    realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
    pass(realm, 100);
    run(realm, "DC.Emit.MythicRunComplete(7, { level = 5, in_time = true, rating_gained = 25 })");
    run(realm, "DC.Emit.KeystoneUpgrade(7, { new_level = 25 })");
    openTables(realm);
    expectEqual(run(realm, "return firstLogin"), [false]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'highest_key_completed')"), [20]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'season_pass_level')"), [10]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'prestige_level')"), [4]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'prestige_xp')"), [1100]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [25]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'total_logins')"), [501]);
    expectEqual(select("SELECT COUNT(*) FROM dc_journal WHERE kind = 'set' AND amount < 10"), [["0"]]);
  });
});

describe("what waits until the tables can be read", () => {
  it("happens in its order, and one that fails takes neither the others along nor the script that asks", () => {
    const realm = waiting();
    realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
    realm.world.logout("Thrall");
    pass(realm, 25_000);
    run(realm, "DC.Emit.PrestigeLevelUp(7, { prestige_level = 300 })");
    run(realm, "DC.Emit.MythicRunComplete(7, { level = 25 })");
    execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
    pass(realm, 2000);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'highest_key_completed')"), [25]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'last_login') > 0"), [true]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'prestige_level')"), [4]);
    const failures = errorsOf(realm).filter((line) => line.includes("published prestige levels"));
    expectEqual(failures.length, 1);
  });
});

describe("the addon of a player who was read late", () => {
  const told = (realm: Realm): unknown[] =>
    run(
      realm,
      `local names = {}
      for _, block in ipairs(sent.Thrall or {}) do
        if string.find(block[1], "UNLOCK", 1, true) then names[#names + 1] = block[1] .. " " .. tostring(block[2].id) end
      end
      return table.concat(names, ", ")`,
    );

  it("is told which unlocks there are, as of none that is new", () => {
    const realm = waiting();
    execute(
      "INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system) VALUES (7, 'mount', 1, 'old'), (7, 'mount', 2, 'old')",
    );
    recordMessages(realm);
    realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
    pass(realm, 100);
    sayHello(realm, "Thrall");
    run(realm, 'DC.PlayerProfile:GrantUnlock(7, "mount", 3, "spec")');
    pass(realm, 100);
    run(realm, "sent = {}");
    openTables(realm);
    expectEqual(told(realm), ["DC_UNLOCK_LIST nil"]);
    execute(
      "INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system) VALUES (7, 'mount', 4, 'shop')",
    );
    tell(realm, "everyone_changed");
    expectEqual(told(realm), ["DC_UNLOCK_LIST nil, DC_UNLOCK_GAINED 4"]);
  });
});

describe("a login before the tables can be read", () => {
  it("is judged by the day of the one before it, also when a day begins meanwhile", () => {
    const realm = waiting();
    execute(
      "UPDATE dc_player_profile SET consecutive_daily_logins = 40, last_login = FROM_UNIXTIME(1600000000)",
    );
    realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
    pass(realm, 100);
    run(realm, 'DC.EventBus:Publish({ type = "DAILY_RESET" })');
    execute(
      `REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset)
       VALUES (1, 1600086400, 1600172800, 4000000000, 1600000000)`,
    );
    openTables(realm);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'consecutive_daily_logins')"), [1]);
  });
});

describe("a realm whose tables are waited for long", () => {
  it("keeps in memory what differs, and writes all that happened when they are there", () => {
    const realm = waiting();
    realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
    run(realm, "for i = 1, 3000 do DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec') end");
    run(realm, "for i = 1, 1000 do DC.PlayerProfile:SpendCurrency(7, 2, 3, 'spec') end");
    run(realm, "for i = 1, 3000 do DC.PlayerProfile:IncrementStat(7, 'mythic_rating', 1, 'spec') end");
    openTables(realm);
    const rows = "SELECT COUNT(*) FROM dc_journal WHERE source = 'spec'";
    expectEqual(Number(select(rows)[0]?.[0]) <= 6, true);
    const sums = "SELECT kind, SUM(amount) FROM dc_journal WHERE source = 'spec' GROUP BY kind ORDER BY kind";
    expectEqual(select(sums), [
      ["add", "3000"],
      ["earn", "15000"],
      ["spend", "3000"],
    ]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [12000]);
  });
});

describe("a player who comes back", () => {
  it("has what the tables have, also when rows were deleted meanwhile", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 500)");
    execute(
      "INSERT INTO dc_outbox (realm_id, kind, player_guid) SELECT realm_id, 'player_changed', 7 FROM dc_boot ORDER BY boot_id DESC LIMIT 1",
    );
    pass(realm, 1000);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [500]);
    realm.world.logout("Thrall");
    pass(realm, 22000);
    execute("DELETE FROM dc_player_currencies");
    realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [0]);
  });

  it("is asked for anew when nobody watches over the rows: offline, after two seconds", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (99, 2, 500)");
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(99, 2)"), [500]);
    execute("DELETE FROM dc_player_currencies");
    pass(realm, 3000);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(99, 2)"), [0]);
  });
});

describe("a player on a loading screen", () => {
  it("is taken over by a script reload when the map is there", () => {
    const realm = playing();
    realm.world.travel("Thrall", { mapId: 571 });
    realm.world.reload();
    pass(realm, 3000);
    expectEqual(select("SELECT player_guid FROM dc_session"), [["7"]]);
    expectEqual(errorsOf(realm), []);
  });
});

describe("the name of a request", () => {
  it("is exact: another spelling is another request", () => {
    const realm = playing();
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'shop', 'order-aB')");
    pass(realm, 12000);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 5, 'shop', 'order-aB')"), [
      true,
      "repeated",
    ]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 5, 'shop', 'order-Ab')"), [true]);
  });
});

describe("an unlock that the inbox granted", () => {
  it("is found in the queue by the next start, and answered with done", () => {
    const realm = playing();
    execute(
      "INSERT INTO dc_inbox (realm_id, kind, player_guid, name, subject_id, source) SELECT realm_id, 'unlock', 7, 'mount', 77, 'shop' FROM dc_boot ORDER BY boot_id DESC LIMIT 1",
    );
    pass(realm, 1000);
    execute("UPDATE dc_inbox SET status = 'taken', boot_id = 1");
    realm.world.reload();
    pass(realm, 2000);
    expectEqual(select("SELECT status, reason FROM dc_inbox"), [["done", ""]]);
  });
});
