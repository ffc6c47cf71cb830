import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { BOOT } from "../realm/playing";
import {
  balance,
  earns,
  give,
  KEEP,
  linesWith,
  MOST,
  profile,
  SPLIT_ENGINES,
  spends,
  splitRealm,
  TOKENS,
} from "./split-realm";

const TOO_MUCH = [false, "too_much"];
/** What maps may promise of a currency in one turn where less than half of the largest balance is there. */
const LARGEST_PROMISE = 4503599627370495;

/** The world has carried out what was on its way, and agrees with the map. */
function expectBalance(realm: Realm, expected: number): void {
  pass(realm, 100);
  expectEqual([balance(realm), balance(realm, KEEP)], [expected, expected]);
}

/** Another program writes Thrall's balance, and the bridge tells the realm. */
function overwrite(realm: Realm, amount: number): void {
  const values = `7, ${TOKENS}, ${amount.toFixed(0)}`;
  execute(`REPLACE INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (${values})`);
  const row = "realm_id, 'player_changed', 7";
  execute(
    `INSERT INTO dc_outbox (realm_id, kind, player_guid) SELECT ${row} FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
  pass(realm, 600);
}

for (const engine of SPLIT_ENGINES) {
  describe(`an income on a map near the largest balance on ${engine}`, () => {
    it("is refused as the world would, by all that the map has promised before", () => {
      const realm = splitRealm(engine);
      give(realm, MOST - 10);
      expectEqual(earns(realm, 11, KEEP), TOO_MUCH);
      expectEqual(earns(realm, 6, KEEP), [true]);
      expectEqual(earns(realm, 5, KEEP), TOO_MUCH);
      expectEqual(earns(realm, 4, KEEP), [true]);
      expectBalance(realm, MOST);
      expectEqual(earns(realm, 1, KEEP), TOO_MUCH);
      expectEqual(spends(realm, 80, KEEP), true);
      expectEqual(earns(realm, 80, KEEP), [true]);
      expectBalance(realm, MOST);
      expectEqual(errorsOf(realm), []);
    });

    it("has its room when it has a name, though it cannot be spent yet", () => {
      const realm = splitRealm(engine);
      give(realm, MOST - 10);
      expectEqual(earns(realm, 6, KEEP, "chest-1"), [true]);
      expectEqual([balance(realm, KEEP), earns(realm, 5, KEEP)], [MOST - 10, TOO_MUCH]);
      expectEqual(earns(realm, 4, KEEP), [true]);
      expectBalance(realm, MOST);
      expectEqual(errorsOf(realm), []);
    });

    it("gets no room from a spend that may be a repetition", () => {
      const realm = splitRealm(engine);
      give(realm, MOST);
      const spend = `SpendCurrency(7, ${TOKENS}, 50, "vendor", "order-1")`;
      expectEqual([profile(realm, spend), earns(realm, 50)], [[true], [true]]);
      // The database worker has had no turn: the ledger does not show the world's spend to the map.
      expectEqual([profile(realm, spend, KEEP), earns(realm, 50, KEEP)], [[true], TOO_MUCH]);
      expectBalance(realm, MOST);
      expectEqual(errorsOf(realm), []);
    });

    it("that was promised is left room by the world state", () => {
      const realm = splitRealm(engine);
      give(realm, MOST - 10);
      expectEqual([earns(realm, 6, KEEP), earns(realm, 5), earns(realm, 4)], [[true], TOO_MUCH, [true]]);
      expectBalance(realm, MOST);
      expectEqual(errorsOf(realm), []);
    });

    it("leaves what the world state has given in the same turn its room", () => {
      const realm = splitRealm(engine);
      give(realm, MOST - 10);
      expectEqual(
        [earns(realm, 8), earns(realm, 6, KEEP), earns(realm, 2, KEEP)],
        [[true], TOO_MUCH, [true]],
      );
      expectBalance(realm, MOST);
      expectEqual(errorsOf(realm), []);
    });

    it("is at most half of the largest balance in a turn where the map may not have seen all of the world's", () => {
      const realm = splitRealm(engine);
      expectEqual([earns(realm, 100), earns(realm, MOST, KEEP)], [[true], TOO_MUCH]);
      expectEqual([earns(realm, LARGEST_PROMISE - 1, KEEP), earns(realm, 1, KEEP)], [[true], [true]]);
      expectEqual(earns(realm, 1, KEEP), TOO_MUCH);
      expectBalance(realm, LARGEST_PROMISE + 100);
      expectEqual(earns(realm, LARGEST_PROMISE - 99, KEEP), [true]);
      expectBalance(realm, MOST);
      expectEqual(errorsOf(realm), []);
    });

    it("is carried out as far as there is room when another program has filled the balance, and the log says so", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      realm.world.holdConsole();
      expectEqual(earns(realm, 50, KEEP), [true]);
      overwrite(realm, MOST - 130);
      realm.world.releaseConsole();
      expectBalance(realm, MOST);
      const line = `player 7 got 50 of currency ${TOKENS} (chest) on a map, and 20 of it had no room`;
      expectEqual(linesWith(realm, line).length, 1);
      expectEqual(select("SELECT kind, amount FROM dc_journal WHERE source = 'chest'"), [["earn", "50"]]);
    });
  });
}
