import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { ENGINES, errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { acknowledgeAll, playing, run, setCap } from "./playing";

const JAINA = { name: "Jaina", guid: 8, account: 4, level: 80 };
const OWNED = [
  "return DC.PlayerProfile:GetCurrency(8, 2)",
  "return DC.PlayerProfile:GetStat(8, 'prestige_level')",
  "return #DC.PlayerProfile:GetUnlocks(8, 'mount')",
];
const DELETIONS = "SELECT player_guid, source FROM dc_journal WHERE kind = 'delete'";

/** What the tables hold of a character of the low GUID 8, who is gone. */
function leaveBehind(): void {
  execute("INSERT INTO dc_player_profile (player_guid, account_id, prestige_level) VALUES (8, 3, 9)");
  execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (8, 2, 500)");
  execute(
    "INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system) VALUES (8, 'mount', 1001, 'shop')",
  );
}

function owned(realm: Realm): unknown[] {
  const values: unknown[] = [];
  for (const lines of OWNED) values.push(run(realm, lines)[0]);
  return values;
}

describe("a new character", () => {
  for (const engine of ENGINES) {
    it(`has nothing of the one whose low GUID it got on ${engine}`, () => {
      const realm = startRealm({ engine });
      pass(realm, 200);
      leaveBehind();
      expectEqual(owned(realm), [500, 9, 1]);
      realm.world.createCharacter(JAINA);
      realm.world.login(JAINA);
      pass(realm, 200);
      expectEqual(owned(realm), [0, 0, 0]);
      expectEqual(run(realm, "return DC.PlayerProfile:GetProfile(8).accountId"), [4]);
      expectEqual(select(DELETIONS), [["8", "character"]]);
      expectEqual(errorsOf(realm), []);
    });
  }

  it("has its whole week to earn in", () => {
    const realm = playing();
    setCap(realm, 100);
    run(realm, "DC.PlayerProfile:AddCurrency(8, 2, 90, 'spec')");
    pass(realm, 100);
    acknowledgeAll();
    leaveBehind();
    realm.world.reload();
    pass(realm, 200);
    realm.world.createCharacter(JAINA);
    realm.world.login(JAINA);
    pass(realm, 200);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(8, 2, 100, 'spec')"), [true]);
    setCap(realm, 0);
  });

  it("costs the ledger nothing where there is nothing", () => {
    const realm = playing();
    realm.world.createCharacter(JAINA);
    realm.world.login(JAINA);
    pass(realm, 200);
    expectEqual(select(DELETIONS), []);
  });

  it("has nothing either that was made before the tables could be read", () => {
    execute("RENAME TABLE dc_schema_migrations TO dc_schema_migrations_away");
    const realm = startRealm({ engine: "ale" });
    leaveBehind();
    pass(realm, 100);
    realm.world.createCharacter(JAINA);
    run(realm, "DC.PlayerProfile:AddCurrency(8, 2, 5, 'spec')");
    execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
    pass(realm, 7000);
    expectEqual(owned(realm), [5, 0, 0]);
  });
});

describe("a deleted character", () => {
  function withCharacters(rows: string): Realm {
    const realm = playing();
    execute("CREATE TABLE characters (guid INT UNSIGNED PRIMARY KEY)");
    if (rows !== "") execute(`INSERT INTO characters (guid) VALUES ${rows}`);
    leaveBehind();
    realm.world.createCharacter({ ...JAINA, guid: 20 });
    run(realm, "DC.PlayerProfile:AddCurrency(20, 2, 5, 'spec')");
    return realm;
  }

  it("takes along what the tables hold, once the core has deleted it", () => {
    const realm = withCharacters("(7), (20)");
    realm.world.deleteCharacter("Jaina");
    pass(realm, 3000);
    expectEqual(select(DELETIONS), []);
    execute("DELETE FROM characters WHERE guid = 20");
    pass(realm, 15000);
    expectEqual(select(DELETIONS), [["20", "character"]]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(20, 2)"), [0]);
    execute("DROP TABLE characters");
  });

  it("keeps everything where the core keeps the character for a restore", () => {
    const realm = withCharacters("(7), (20)");
    realm.world.deleteCharacter("Jaina");
    pass(realm, 30000);
    expectEqual(select(DELETIONS), []);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(20, 2)"), [5]);
    execute("DROP TABLE characters");
  });

  it("keeps everything as long as the database does not say that it is gone", () => {
    const realm = withCharacters("(7), (20)");
    realm.world.deleteCharacter("Jaina");
    execute("DELETE FROM characters WHERE guid = 20");
    run(
      realm,
      `realQuery = CharDBQuery
       CharDBQuery = function(sql) if not sql:find("FROM characters") then return realQuery(sql) end end`,
    );
    pass(realm, 30000);
    expectEqual(select(DELETIONS), []);
    execute("DROP TABLE characters");
  });

  it("keeps everything where the core's table is in another database", () => {
    const realm = withCharacters("");
    execute("DROP TABLE characters");
    realm.world.deleteCharacter("Jaina");
    pass(realm, 30000);
    expectEqual(select(DELETIONS), []);
    expectEqual(errorsOf(realm), []);
  });
});
