import { expectEqual } from "../../shared/expectations";
import { execute, refuse, select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import {
  balance,
  earns,
  give,
  KEEP,
  linesWith,
  NORTHREND,
  profile,
  SPLIT_ENGINES,
  spends,
  splitRealm,
  TOKENS,
} from "./split-realm";

const SPEND = `SpendCurrency(7, ${TOKENS}, 30, "vendor", "order-1")`;
const ID_IN_USE = [false, "id_in_use"];
const NOT_READY = [false, "not_ready"];
/** How the question begins that the ledger is asked about a name. */
const QUESTION = "SELECT '' AS place";

function named(name: string): string[][] {
  return select(`SELECT kind, amount FROM dc_journal WHERE request_id = '${name}' ORDER BY sequence`);
}

/** From now on the world state gets no answer about names, and the map states do. */
function silenceLedger(realm: Realm): void {
  realm.world.run(
    `realQuery = CharDBQuery
     CharDBQuery = function(sql) if not sql:find("request_id =") then return realQuery(sql) end end`,
  );
}

function wakeLedger(realm: Realm): void {
  realm.world.run("CharDBQuery = realQuery");
}

for (const engine of SPLIT_ENGINES) {
  describe(`the name of a request on a map on ${engine}`, () => {
    it("is recognised when an income comes again, in the same turn and later", () => {
      const realm = splitRealm(engine);
      const answers = [earns(realm, 50, KEEP, "chest-1"), earns(realm, 50, KEEP, "chest-1")];
      expectEqual(answers, [[true], [true, "repeated"]]);
      pass(realm, 100);
      expectEqual(earns(realm, 50, KEEP, "chest-1"), [true, "repeated"]);
      expectEqual(earns(realm, 50, undefined, "chest-1"), [true, "repeated"]);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [50, 50]);
      expectEqual(named("chest-1"), [["earn", "50"]]);
      expectEqual(errorsOf(realm), []);
    });

    it("is recognised when a spend comes again, though too little is left", () => {
      const realm = splitRealm(engine);
      give(realm, 40);
      expectEqual([profile(realm, SPEND, KEEP), balance(realm, KEEP)], [[true], 10]);
      expectEqual([profile(realm, SPEND, KEEP), balance(realm, KEEP)], [[true, "repeated"], 10]);
      pass(realm, 100);
      expectEqual([profile(realm, SPEND, KEEP), balance(realm, KEEP)], [[true, "repeated"], 10]);
      pass(realm, 100);
      expectEqual([balance(realm), named("order-1")], [10, [["spend", "30"]]]);
      expectEqual(errorsOf(realm), []);
    });

    it("is recognised on the next map, before the world state has had a turn", () => {
      const realm = splitRealm(engine);
      realm.world.holdConsole();
      expectEqual(earns(realm, 50, KEEP, "a;2-earn"), [true]);
      realm.world.travel("Thrall", NORTHREND);
      pass(realm, 100);
      expectEqual(earns(realm, 50, NORTHREND, "a;2-earn"), [true, "repeated"]);
      expectEqual(earns(realm, 51, NORTHREND, "a;2-earn"), ID_IN_USE);
      realm.world.releaseConsole();
      pass(realm, 100);
      expectEqual(balance(realm), 50);
      expectEqual(errorsOf(realm), []);
    });

    it("is refused when it stands for another request", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual(earns(realm, 50, undefined, "order-1"), [true]);
      pass(realm, 100);
      expectEqual(earns(realm, 51, KEEP, "order-1"), ID_IN_USE);
      expectEqual(profile(realm, SPEND, KEEP), ID_IN_USE);
      expectEqual(balance(realm, KEEP), 150);
      expectEqual(errorsOf(realm), []);
    });

    it("is refused while the tables are not there", () => {
      execute("RENAME TABLE dc_schema_migrations TO dc_schema_migrations_away");
      const realm = splitRealm(engine);
      const answers = [earns(realm, 50, KEEP, "chest-1"), earns(realm, 50, undefined, "chest-1")];
      execute("RENAME TABLE dc_schema_migrations_away TO dc_schema_migrations");
      expectEqual(answers, [NOT_READY, NOT_READY]);
      pass(realm, 8000);
      expectEqual([earns(realm, 50, KEEP, "chest-1"), balance(realm)], [[true], 0]);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [50, 50]);
    });

    it("is refused when the ledger gives no answer", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      refuse(QUESTION, 2);
      expectEqual([earns(realm, 50, KEEP, "chest-1"), profile(realm, SPEND, KEEP)], [NOT_READY, NOT_READY]);
      expectEqual([earns(realm, 50, KEEP, "chest-1"), profile(realm, SPEND, KEEP)], [[true], [true]]);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [120, 120]);
    });
  });

  describe(`a named request that a map has promised and the ledger then says nothing about, on ${engine},`, () => {
    it("waits, with all that the player does behind it, and nothing of it is spent or given twice", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      silenceLedger(realm);
      expectEqual([earns(realm, 50, KEEP, "chest-1"), profile(realm, SPEND, KEEP)], [[true], [true]]);
      expectEqual([spends(realm, 60, KEEP), earns(realm, 5, KEEP)], [true, [true]]);
      pass(realm, 5000);
      expectEqual([balance(realm), balance(realm, KEEP), spends(realm, 11)], [100, 15, false]);
      wakeLedger(realm);
      pass(realm, 2000);
      expectEqual([balance(realm), balance(realm, KEEP)], [65, 65]);
      expectEqual([named("chest-1"), named("order-1")], [[["earn", "50"]], [["spend", "30"]]]);
      expectEqual(errorsOf(realm), []);
    });

    it("holds up nobody else", () => {
      const realm = splitRealm(engine);
      realm.world.login({ name: "Jaina", guid: 8, account: 4, ...KEEP });
      pass(realm, 100);
      silenceLedger(realm);
      expectEqual(earns(realm, 50, KEEP, "chest-1"), [true]);
      expectEqual(profile(realm, `AddCurrency(8, ${TOKENS}, 5, "chest")`, KEEP), [true]);
      pass(realm, 100);
      expectEqual([balance(realm), profile(realm, `GetCurrency(8, ${TOKENS})`)], [0, [5]]);
    });

    it("is carried out for a player who has gone", () => {
      const realm = splitRealm(engine);
      silenceLedger(realm);
      expectEqual(earns(realm, 50, KEEP, "chest-1"), [true]);
      pass(realm, 100);
      realm.world.logout("Thrall");
      pass(realm, 5000);
      wakeLedger(realm);
      pass(realm, 2000);
      expectEqual([balance(realm), named("chest-1")], [50, [["earn", "50"]]]);
      expectEqual(errorsOf(realm), []);
    });

    it("is asked for once more when the world's script ends", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      silenceLedger(realm);
      expectEqual([earns(realm, 50, KEEP, "chest-1"), spends(realm, 20, KEEP)], [[true], true]);
      pass(realm, 100);
      wakeLedger(realm);
      realm.world.command(undefined, "reload eluna -1");
      pass(realm, 200);
      expectEqual([balance(realm), balance(realm, KEEP)], [130, 130]);
      expectEqual(named("chest-1"), [["earn", "50"]]);
      expectEqual(errorsOf(realm), []);
    });

    it("is reported, an income unpaid and a spend paid, when the world's script ends and still gets no answer", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      silenceLedger(realm);
      expectEqual([earns(realm, 50, KEEP, "chest-1"), profile(realm, SPEND, KEEP)], [[true], [true]]);
      pass(realm, 100);
      realm.world.command(undefined, "reload eluna -1");
      pass(realm, 200);
      expectEqual([balance(realm), balance(realm, KEEP)], [70, 70]);
      const line = `player 7 did not get 50 of currency ${TOKENS} (chest, request chest-1) that a map had promised: not_ready`;
      expectEqual(linesWith(realm, line).length, 1);
    });
  });

  describe(`a name that a map and the world state use for two requests in one turn, on ${engine},`, () => {
    it("counts for the world's: the map's income is not paid, and the log says so", () => {
      const realm = splitRealm(engine);
      expectEqual(
        [earns(realm, 50, undefined, "chest-1"), earns(realm, 60, KEEP, "chest-1")],
        [[true], [true]],
      );
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [50, 50]);
      const line = `player 7 did not get 60 of currency ${TOKENS} (chest, request chest-1) that a map had promised: id_in_use`;
      expectEqual(linesWith(realm, line).length, 1);
    });

    it("does not undo a map's spend, which is paid without the name", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual([earns(realm, 50, undefined, "order-1"), profile(realm, SPEND, KEEP)], [[true], [true]]);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [120, 120]);
      expectEqual(named("order-1"), [["earn", "50"]]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
