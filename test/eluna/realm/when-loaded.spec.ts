import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { playing, run, tell } from "./playing";

/** Counts the reads of players from now on, in the global `reads`. */
const COUNT_READS = `
  reads = 0
  local query = CharDBQuery
  CharDBQuery = function(sql)
    if sql:find("FROM dc_player_profile", 1, true) then reads = reads + 1 end
    return query(sql)
  end`;

/** A realm whose tables are not there yet. */
function waiting(): Realm {
  execute("RENAME TABLE dc_schema_migrations TO dc_schema_migrations_away");
  const realm = startRealm({ engine: "ale" });
  pass(realm, 100);
  return realm;
}

function openTables(realm: Realm): void {
  execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
  pass(realm, 7000);
}

describe("WhenLoaded", () => {
  it("calls back at once, with the guid, for a player who is online", () => {
    const realm = playing();
    expectEqual(
      run(realm, "DC.PlayerProfile:WhenLoaded(7, function(...) got = { ... } end) return #got, got[1]"),
      [1, 7],
    );
  });

  it("never holds up the world: of thousands of players each tick reads eight, in the order of the calls", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (1003, 2, 500)");
    run(realm, COUNT_READS);
    run(
      realm,
      `order = {}
       for guid = 1001, 1100 do
         DC.PlayerProfile:WhenLoaded(guid, function(loaded)
           order[#order + 1] = loaded
           DC.PlayerProfile:AddCurrency(loaded, 2, 10, "spec")
         end)
       end`,
    );
    expectEqual(run(realm, "return reads, #order"), [0, 0]);
    pass(realm, 50);
    expectEqual(run(realm, "return reads, #order, order[1], order[8]"), [8, 8, 1001, 1008]);
    pass(realm, 50 * 12);
    expectEqual(run(realm, "return reads, #order, order[100]"), [100, 100, 1100]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(1003, 2)"), [510]);
    expectEqual(errorsOf(realm), []);
  });

  it("reports a failure that cannot be shown, and calls the others", () => {
    const realm = playing();
    const [called] = run(
      realm,
      `local gone = setmetatable({}, { __tostring = function() error("gone") end })
       DC.PlayerProfile:WhenLoaded(7, function() error(gone) end)
       DC.PlayerProfile:WhenLoaded(1001, function() error(gone) end)
       DC.PlayerProfile:WhenLoaded(1001, function() secondCalled = true end)
       DC.PlayerProfile:WhenLoaded(1002, function() thirdCalled = true end)
       return true`,
    );
    pass(realm, 200);
    expectEqual(called, true);
    expectEqual(run(realm, "return secondCalled, thirdCalled"), [true, true]);
    for (const line of errorsOf(realm)) expectEqual(line.includes("WhenLoaded callback"), true);
  });

  it("reads a player once, for all who wait", () => {
    const realm = playing();
    run(realm, COUNT_READS);
    run(
      realm,
      "called = 0 for _ = 1, 20 do DC.PlayerProfile:WhenLoaded(99, function() called = called + 1 end) end",
    );
    pass(realm, 50);
    expectEqual(run(realm, "return called, reads"), [20, 1]);
    expectEqual(
      run(realm, "DC.PlayerProfile:WhenLoaded(99, function() called = called + 1 end) return called, reads"),
      [21, 1],
    );
  });

  it("does not delay the players who are online and whose tables somebody has changed", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 500)");
    run(realm, "for guid = 1001, 3000 do DC.PlayerProfile:WhenLoaded(guid, function() end) end");
    tell(realm, "everyone_changed");
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [500]);
  });

  it("waits until the tables are there, and for a database that gives no answer", () => {
    const realm = waiting();
    realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
    execute("INSERT INTO dc_player_profile (player_guid, mythic_rating) VALUES (7, 2000), (99, 1000)");
    run(
      realm,
      `ratings = {}
       for _, guid in ipairs({ 7, 99 }) do
         DC.PlayerProfile:WhenLoaded(guid, function() ratings[guid] = DC.PlayerProfile:GetStat(guid, "mythic_rating") end)
       end`,
    );
    pass(realm, 200);
    expectEqual(run(realm, "return DC.PlayerProfile:IsLoaded(7), DC.PlayerProfile:IsLoaded(99)"), [
      false,
      false,
    ]);
    openTables(realm);
    expectEqual(run(realm, "return ratings[7], ratings[99]"), [2000, 1000]);
    expectEqual(run(realm, "return DC.PlayerProfile:IsLoaded(7)"), [true]);

    run(realm, "realQuery = CharDBQuery CharDBQuery = function() end");
    run(realm, "DC.PlayerProfile:WhenLoaded(98, function() late = true end)");
    pass(realm, 6000);
    expectEqual(run(realm, "return late == nil, DC.PlayerProfile:IsLoaded(98)"), [true, false]);
    run(realm, "CharDBQuery = realQuery");
    pass(realm, 6000);
    expectEqual(run(realm, "return late"), [true]);
  });

  it("reports the error of a callback with its place, and calls the others", () => {
    const realm = playing();
    run(
      realm,
      `DC.PlayerProfile:WhenLoaded(7, function() error("at once") end)
       DC.PlayerProfile:WhenLoaded(98, function() error("later") end)
       DC.PlayerProfile:WhenLoaded(98, function() called = true end)
       DC.PlayerProfile:WhenLoaded(99, function() calledToo = true end)`,
    );
    pass(realm, 100);
    expectEqual(run(realm, "return called, calledToo"), [true, true]);
    expectEqual(errorsOf(realm), [
      "ERROR: [DCIntegration] WhenLoaded callback run:1 failed: run:1: at once",
      "ERROR: [DCIntegration] WhenLoaded callback run:2 failed: run:2: later",
    ]);
  });
});

describe("IsLoaded", () => {
  it("tells whether an answer needs a read: not for who is online, and offline for two seconds", () => {
    const realm = playing();
    const isLoaded = "return DC.PlayerProfile:IsLoaded(7), DC.PlayerProfile:IsLoaded(99)";
    expectEqual(run(realm, isLoaded), [true, false]);
    run(realm, "DC.PlayerProfile:GetStat(99, 'mythic_rating')");
    expectEqual(run(realm, isLoaded), [true, true]);
    pass(realm, 4000);
    expectEqual(run(realm, isLoaded), [true, false]);
  });
});
