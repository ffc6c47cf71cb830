import { expectEqual } from "../../shared/expectations";
import { execute, refuse, select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { answerTexts, ask, askNamed, tokens } from "./inbox-rows";
import { acknowledgeAll, playing, run } from "./playing";

const EARN = "'earn', 7, '', 2, 500, 'web_shop', NULL";
const EVENT = "'event', 7, 'BOUGHT', 0, 0, 'web_shop', '{\"hat\": 5}'";

/** One request of each kind, and what is seen of it. */
const REQUESTS: readonly { readonly asked: string; readonly seen: string; readonly once: unknown }[] = [
  { asked: EARN, seen: "DC.PlayerProfile:GetCurrency(7, 2)", once: 600 },
  { asked: "'spend', 7, '', 2, 30, 'shop', NULL", seen: "DC.PlayerProfile:GetCurrency(7, 2)", once: 70 },
  {
    asked: "'add', 7, 'mythicRating', 0, 25, 'shop', NULL",
    seen: "DC.PlayerProfile:GetStat(7, 'mythic_rating')",
    once: 25,
  },
  {
    asked: "'unlock', 7, 'mount', 77, 0, 'shop', NULL",
    seen: "#DC.PlayerProfile:GetUnlocks(7, 'mount')",
    once: 1,
  },
  { asked: EVENT, seen: "heard", once: 1 },
];

/** A realm with a listener for BOUGHT, whose player has 100 tokens. */
function shopping(): Realm {
  const realm = playing();
  listen(realm);
  run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 100, 'spec')");
  return realm;
}

function listen(realm: Realm): void {
  run(
    realm,
    `heard = 0 DC.EventBus:RegisterEventType("BOUGHT")
     DC.EventBus:Subscribe("BOUGHT", function() heard = heard + 1 end)`,
  );
}

/** The bridge applies the queue, the program deletes its rows, and the server starts again. */
function cleanAndRestart(realm: Realm): void {
  acknowledgeAll();
  pass(realm, 600);
  execute("DELETE FROM dc_inbox");
  realm.world.reload();
  pass(realm, 300);
}

describe("a request of the inbox that has a name", () => {
  for (const { asked, seen, once } of REQUESTS) {
    it(`is carried out once, also after its row was deleted and the server has started again: ${asked}`, () => {
      const realm = shopping();
      for (let time = 0; time < 3; time++) askNamed(asked, "'4711'");
      expectEqual(answerTexts(realm), ["done", "repeated", "repeated"]);
      expectEqual(run(realm, `return ${seen}`), [once]);
      cleanAndRestart(realm);
      listen(realm);
      askNamed(asked, "'4711'");
      expectEqual(answerTexts(realm), ["repeated"]);
      expectEqual(select("SELECT COUNT(*) FROM dc_journal WHERE request_id IS NOT NULL"), [["0"]]);
      if (asked === EVENT) expectEqual(run(realm, "return heard"), [0]);
      expectEqual(errorsOf(realm), []);
    });
  }

  it("leaves a value alone that was set meanwhile", () => {
    const realm = playing();
    askNamed("'set', 7, 'prestige_level', 0, 3, 'shop', NULL", "'a'");
    pass(realm, 2000);
    run(realm, "DC.PlayerProfile:SetStat(7, 'prestige_level', 9)");
    askNamed("'set', 7, 'prestige_level', 0, 3, 'shop', NULL", "'a'");
    expectEqual(answerTexts(realm), ["done", "repeated"]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'prestige_level')"), [9]);
  });

  it("is another one by another source, in another spelling, and for scripts", () => {
    const realm = playing();
    const sources = ["'web_shop'", "'Web_Shop'", "'web_shop '", "' web_shop'", "'web_shöp'", "'web shop'"];
    for (const source of sources) askNamed(`'earn', 7, '', 2, 5, ${source}, NULL`, "'4711a'");
    askNamed("'earn', 7, '', 2, 5, 'web_shop', NULL", "'4711A'");
    askNamed("'earn', 7, '', 2, 5, 'web', NULL", "'shop 4711a'");
    const expected = [...sources, "4711A"].map(() => "done");
    expectEqual(answerTexts(realm).slice(0, 7), expected);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 5, 'web_shop', '4711a')"), [true]);
    expectEqual(tokens(realm), 40);
    expectEqual(select("SELECT request_id, cause FROM dc_journal WHERE source = 'web shop'"), [
      ["web shop 4711a", "inbox"],
    ]);
  });

  it("stands for one request: what differs from it is refused", () => {
    const realm = shopping();
    askNamed(EARN, "'4711'");
    askNamed(EVENT, "'4712'");
    pass(realm, 1000);
    for (const [part, other] of [
      ["'earn'", "'spend'"],
      ["7, ''", "8, ''"],
      ["2, 500", "3, 500"],
      ["500", "501"],
    ] as const) {
      const [asked] = string.gsub(EARN, part, other);
      askNamed(asked, "'4711'");
    }
    askNamed(EVENT, "'4711'");
    askNamed(EARN, "'4712'");
    askNamed("'event', 7, 'BOUGHT', 0, 0, 'web_shop', '{\"hat\": 6}'", "'4712'");
    askNamed("'event', 0, 'BOUGHT', 0, 0, 'web_shop', '{\"hat\": 5}'", "'4712'");
    const refused = "refused: id_in_use";
    expectEqual(answerTexts(realm), ["done", "done", ...[1, 2, 3, 4, 5, 6, 7, 8].map(() => refused)]);
    expectEqual(tokens(realm), 600);
    expectEqual(run(realm, "return heard"), [1]);
  });

  it("may be tried again after a refusal", () => {
    const realm = playing();
    askNamed("'spend', 7, '', 2, 50, 'shop', NULL", "'4711'");
    expectEqual(answerTexts(realm), ["refused: not_enough"]);
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 60, 'spec')");
    askNamed("'spend', 7, '', 2, 50, 'shop', NULL", "'4711'");
    expectEqual(answerTexts(realm), ["refused: not_enough", "done"]);
    expectEqual(tokens(realm), 10);
  });

  it("may have a source and a name of the greatest length", () => {
    const realm = playing();
    const longest = "'earn', 7, '', 2, 5, REPEAT('\\\\', 50), NULL";
    for (let time = 0; time < 2; time++) askNamed(longest, `REPEAT("'", 64)`);
    expectEqual(answerTexts(realm), ["done", "repeated"]);
    cleanAndRestart(realm);
    askNamed(longest, `REPEAT("'", 64)`);
    expectEqual(answerTexts(realm), ["repeated"]);
    expectEqual(select("SELECT LENGTH(request_id), SUM(amount) FROM dc_ledger WHERE kind = 'earn'"), [
      ["115", "5"],
    ]);
  });
});

describe("a name of a request of the inbox that the tables would not give back", () => {
  const VISIBLE = "refused: request_id must be of visible ASCII characters, without spaces";
  const LENGTH = "refused: request_id must be 1 to 64 bytes long";

  it("is refused, and nothing is done for it", () => {
    const realm = playing();
    askNamed(EARN, "''");
    askNamed(EARN, "REPEAT('x', 65)");
    for (const name of ["'4711 '", "' 4711'", "'47 11'", "'n\u00e4chste'", "CONCAT('4711', CHAR(0), 'a')"]) {
      askNamed(EARN, name);
    }
    askNamed(EVENT, "CONCAT('4711', CHAR(0))");
    expectEqual(answerTexts(realm), [LENGTH, LENGTH, VISIBLE, VISIBLE, VISIBLE, VISIBLE, VISIBLE, VISIBLE]);
    expectEqual(tokens(realm), 0);
    expectEqual(errorsOf(realm), []);
  });

  it("is refused where the server has cut it, or the connection cannot show it", () => {
    const realm = playing();
    execute("SET SESSION sql_mode = ''");
    askNamed(EARN, "REPEAT('x', 80)");
    execute("SET SESSION sql_mode = DEFAULT");
    askNamed(EARN, "CONCAT('order-', CONVERT(0xF09F9880 USING utf8mb4))");
    execute("SET NAMES utf8mb3");
    pass(realm, 1000);
    execute("SET NAMES utf8mb4");
    expectEqual(answerTexts(realm), [LENGTH, VISIBLE]);
    expectEqual(tokens(realm), 0);
  });
});

describe("a request with a name that a stopped server had begun", () => {
  function stopWhileTaken(realm: Realm): void {
    execute("UPDATE dc_inbox SET status = 'taken', boot_id = 1, reason = ''");
    realm.world.reload();
    pass(realm, 2000);
  }

  it("is done now, or was done then, and its repetition is one", () => {
    const realm = playing();
    askNamed(EARN, "'4711'");
    pass(realm, 1000);
    acknowledgeAll();
    pass(realm, 600);
    askNamed(EARN, "'4712'");
    stopWhileTaken(realm);
    askNamed(EARN, "'4711'");
    askNamed(EARN, "'4712'");
    expectEqual(answerTexts(realm), ["done", "done", "repeated", "repeated"]);
    expectEqual(select("SELECT SUM(amount) FROM dc_ledger WHERE kind = 'earn'"), [["500"]]);
    expectEqual(select("SELECT SUM(amount) FROM dc_journal WHERE kind = 'earn'"), [["500"]]);
  });

  it("is an event that nobody publishes a second time", () => {
    const realm = shopping();
    askNamed(EVENT, "'4711'");
    pass(realm, 1000);
    stopWhileTaken(realm);
    listen(realm);
    askNamed(EVENT, "'4711'");
    expectEqual(answerTexts(realm), [
      "refused: the server stopped while the event was being published",
      "repeated",
    ]);
    expectEqual(run(realm, "return heard"), [0]);
  });

  it("is published when it is repeated, if the server had not come to it", () => {
    const realm = shopping();
    execute(
      "INSERT INTO dc_inbox (realm_id, kind, player_guid, name, source, payload, request_id, status, boot_id) " +
        "SELECT MAX(realm_id), 'event', 7, 'BOUGHT', 'web_shop', '{\"hat\": 5}', '4711', 'taken', 1 FROM dc_boot",
    );
    realm.world.reload();
    pass(realm, 2000);
    listen(realm);
    askNamed(EVENT, "'4711'");
    expectEqual(answerTexts(realm).slice(1), ["done"]);
    expectEqual(run(realm, "return heard"), [1]);
  });
});

describe("an event with a name", () => {
  it("that cannot be noted is not published, and may be tried again", () => {
    const realm = shopping();
    refuse("INSERT IGNORE INTO dc_inbox_events");
    askNamed(EVENT, "'4711'");
    expectEqual(answerTexts(realm), ["refused: not_ready"]);
    expectEqual(run(realm, "return heard"), [0]);
    askNamed(EVENT, "'4711'");
    expectEqual(answerTexts(realm), ["refused: not_ready", "done"]);
    expectEqual(run(realm, "return heard"), [1]);
  });

  it("that is refused is not noted", () => {
    const realm = shopping();
    const wrong = "'event', 7, 'BOSS_KILL', 0, 0, 'web_shop', '{\"creature\": 5}'";
    askNamed(wrong, "'4711'");
    pass(realm, 1000);
    expectEqual(select("SELECT COUNT(*) FROM dc_inbox_events"), [["0"]]);
    askNamed(EVENT, "'4711'");
    expectEqual(answerTexts(realm).slice(1), ["done"]);
  });
});

describe("requests of one name in one look", () => {
  it("do not hold up those behind them, and are answered in turn", () => {
    const realm = playing();
    for (let time = 0; time < 12; time++) askNamed(EARN, "'4711'");
    ask("'earn', 7, '', 2, 1, 'web_shop', NULL");
    pass(realm, 4000);
    const texts = answerTexts(realm);
    expectEqual(
      texts.filter((text) => text === "repeated"),
      texts.slice(1, 12),
    );
    expectEqual([texts[0], texts[12]], ["done", "done"]);
    expectEqual(tokens(realm), 501);
  });
});
