import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { ENGINES, errorsOf, pass, type Realm } from "../support/realm";
import { ask, askOne, realmWithStaff } from "./console";

/** Where all are that there are. */
const UNLOCKS = "; types are title, mount, pet, transmog, cosmetic, ability, perk";

/** What of the queue came from game masters: all that the ledger will show. */
function changes(realm: Realm): string[][] {
  pass(realm, 100);
  return select(
    "SELECT player_guid, kind, subject, subject_id, amount, source, cause FROM dc_journal WHERE source LIKE 'gm:%' ORDER BY sequence",
  );
}

describe("grant, spend and unlock", () => {
  for (const engine of ENGINES) {
    it(`change a player and note who did it on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      expectEqual(
        askOne(realm, "Thrall", "dci grant arthas 2 100 lost in a crash"),
        "Arthas (9): 100 Upgrade Token given, 100 now",
      );
      expectEqual(askOne(realm, "Thrall", "dci spend 9 2 30"), "Arthas (9): 30 Upgrade Token taken, 70 now");
      expectEqual(askOne(realm, undefined, "dci unlock Arthas title 1001"), "Arthas (9): title 1001 given");
      expectEqual(
        askOne(realm, undefined, "dci unlock Arthas title 1001"),
        "Arthas (9): nothing changed, title 1001 is there already",
      );
      expectEqual(changes(realm), [
        ["9", "earn", "", "2", "100", "gm:Thrall", "lost in a crash"],
        ["9", "spend", "", "2", "30", "gm:Thrall", ""],
        ["9", "unlock", "title", "1001", "0", "gm:console", ""],
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it(`reach a player who is offline by the low GUID on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      expectEqual(
        askOne(realm, undefined, "dci grant 4294967295 1 5"),
        "player 4294967295 (offline): 5 Season Experience given, 5 now",
      );
      expectEqual(changes(realm), [["4294967295", "earn", "", "1", "5", "gm:console", ""]]);
    });

    it(`keep to balances and weekly caps on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      execute("UPDATE dc_currency_definitions SET weekly_cap = 150 WHERE currency_id = 2");
      realm.world.reload();
      pass(realm, 200);
      execute("UPDATE dc_currency_definitions SET weekly_cap = 0 WHERE currency_id = 2");
      askOne(realm, "Thrall", "dci grant Arthas 2 100");
      expectEqual(
        askOne(realm, "Thrall", "dci grant Arthas 2 100"),
        "Arthas (9): nothing changed, the weekly cap leaves 50",
      );
      expectEqual(
        askOne(realm, "Thrall", "dci spend Arthas 2 101"),
        "Arthas (9): nothing changed, only 100 are there",
      );
      const written = realm.log.filter((line) => line.includes("gm:Thrall: .dci spend Arthas 2 101"));
      expectEqual(written.length, 1);
      askOne(realm, "Thrall", "dci grant Arthas 1 9007199254740991");
      expectEqual(
        askOne(realm, "Thrall", "dci grant Arthas 1 5"),
        "Arthas (9): nothing changed, 9007199254740991 are there, and a balance ends at 9007199254740991",
      );
      expectEqual(changes(realm).length, 2);
    });
  }
});

/** Words that a command can't use, and what it says before its usage. */
const WRONG: readonly (readonly [string, string])[] = [
  ["grant", "player, currency and amount are needed"],
  ["grant Arthas", "currency and amount are needed"],
  ["grant Arthas 2", "currency and amount are needed"],
  ["grant Nobody 2 5", "no player 'Nobody' is online; who is not is named by the low GUID"],
  ["grant 0 2 5", "guid must be from 1 to 4294967295"],
  ["grant 4294967296 2 5", "guid must be from 1 to 4294967295"],
  ["grant Arthas token 5", "'token' is no currency id"],
  ["grant Arthas 0 5", "currencyId must be from 1 to 4294967295"],
  ["grant Arthas 2 -5", "'-5' is no amount"],
  ["grant Arthas 2 0x10", "'0x10' is no amount"],
  ["grant Arthas 2 1e3", "'1e3' is no amount"],
  ["grant Arthas 2 2.5", "'2.5' is no amount"],
  ["grant Arthas 2 0", "amount must be from 1 to 9007199254740991"],
  ["grant Arthas 2 9007199254740992", "amount must be from 1 to 9007199254740991"],
  ["grant Arthas 2 99999999999999999999999", "amount must be from 1 to 9007199254740991"],
  ["spend Arthas 2 many", "'many' is no amount"],
  [
    "unlock Arthas",
    "player, type and id are needed; types: title, mount, pet, transmog, cosmetic, ability, perk",
  ],
  ["unlock Arthas hat 5", `there is no unlock type 'hat'${UNLOCKS}`],
  ["unlock Arthas title", "'' is no unlock id"],
  ["unlock Arthas title 0", "unlockId must be from 1 to 4294967295"],
  ["profile Nobody", "no player 'Nobody' is online; who is not is named by the low GUID"],
  ["ledger 0", "guid must be from 1 to 4294967295"],
  ["synergies Nobody", "no player 'Nobody' is online; who is not is named by the low GUID"],
  ["events NOTHING", "there is no event type 'NOTHING'"],
];

describe("words that a command can't use", () => {
  for (const engine of ENGINES) {
    it(`are answered with what is wrong and the usage, and change nothing, on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      for (const [text, complaint] of WRONG) {
        const [said, usage, ...more] = ask(realm, "Thrall", `dci ${text}`);
        const [name] = string.match(text, "^%a+");
        expectEqual([said, more.length], [complaint, 0]);
        expectEqual((usage ?? "").startsWith(`usage: .dci ${name ?? ""}`), true);
      }
      expectEqual(changes(realm), []);
      expectEqual(errorsOf(realm), []);
    });

    it(`without a player mean the caller, and the console has to name one, on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      expectEqual((ask(realm, "Jaina", "dci profile")[0] ?? "").startsWith("Jaina (8): online"), true);
      expectEqual(ask(realm, undefined, "dci profile"), [
        "the console has to name a player",
        "usage: .dci profile [player]",
      ]);
    });
  }
});

describe("texts that look like SQL", () => {
  const REASON = `'); DROP TABLE dc_journal; -- \\`;

  for (const engine of ENGINES) {
    it(`are written as they are on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      realm.world.login({ name: `O'Br\\"ien`, guid: 20, account: 20, gmRank: 3 });
      askOne(realm, `O'Br\\"ien`, `dci grant O'Br\\"ien 2 5 ${REASON}`);
      askOne(realm, `O'Br\\"ien`, "dci unlock 20 pet 3");
      expectEqual(changes(realm), [
        ["20", "earn", "", "2", "5", `gm:O'Br\\"ien`, REASON],
        ["20", "unlock", "pet", "3", "0", `gm:O'Br\\"ien`, ""],
      ]);
      for (const text of [
        `ledger x'--`,
        `profile 1;DROP`,
        `events ';--`,
        `unlock 9 title' 5`,
        `grant 9 2' 5`,
      ]) {
        expectEqual(ask(realm, undefined, `dci ${text}`).length, 2);
      }
      expectEqual(errorsOf(realm), []);
    });

    it(`are cut to 50 bytes without half a character on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      askOne(realm, "Thrall", `dci grant Arthas 2 5 ${string.rep("x", 49)}étude`);
      askOne(realm, "Thrall", `dci grant Arthas 2 5 ${string.rep("x", 48)}étude`);
      expectEqual(
        changes(realm).map((row) => row[6]),
        [string.rep("x", 49), `${string.rep("x", 48)}é`],
      );
    });
  }
});
