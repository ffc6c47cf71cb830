import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass, readFile } from "../support/realm";
import { answers, answerTexts, ask, askNamed, tokens } from "./inbox-rows";
import { acknowledgeAll, playing, run, THRALL } from "./playing";

/** Where all are that there are. */
const STATS = "; stats are the columns of dc_player_profile";
const UNLOCKS = "; types are title, mount, pet, transmog, cosmetic, ability, perk";

/** The statements of each block of SQL on the page. */
function statementsOf(page: string): string[][] {
  const blocks: string[][] = [];
  for (const [block = ""] of string.gmatch(readFile(page), "```sql\n(.-)```")) {
    const statements: string[] = [];
    for (const [statement = ""] of string.gmatch(block, "%s*([^;]+);")) statements.push(statement);
    blocks.push(statements);
  }
  return blocks;
}

describe("the inbox", () => {
  it("earns, spends, unlocks, counts and publishes for other programs, and answers each", () => {
    const realm = playing();
    ask(`'earn', ${THRALL}, '', 2, 100, 'web_shop', NULL`);
    ask(`'spend', ${THRALL}, '', 2, 30, 'web_shop', NULL`);
    ask(`'unlock', ${THRALL}, 'mount', 77, 0, 'web_shop', NULL`);
    ask(`'add', ${THRALL}, 'mythic_rating', 0, 5, 'module', NULL`);
    ask(
      `'event', ${THRALL}, 'MYTHIC_RUN_COMPLETE', 0, 0, 'module', '{"level": 15, "in_time": true, "rating_gained": 25}'`,
    );
    expectEqual(answers(realm), [
      ["done", ""],
      ["done", ""],
      ["done", ""],
      ["done", ""],
      ["done", ""],
    ]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [145]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [30]);
    expectEqual(run(realm, "return DC.PlayerProfile:HasUnlock(7, 'mount', 77)"), [true]);
    expectEqual(errorsOf(realm), []);
  });

  it("refuses with the reason, and the others are done", () => {
    const realm = playing();
    ask(`'spend', ${THRALL}, '', 2, 30, 'web_shop', NULL`);
    ask(`'earn', 0, '', 2, 30, 'web_shop', NULL`);
    ask(`'add', ${THRALL}, 'gold', 0, 5, 'x', NULL`);
    ask(`'set', ${THRALL}, 'prestige_level', 0, 300, 'x', NULL`);
    ask(`'unlock', ${THRALL}, 'horse', 1, 0, 'x', NULL`);
    ask(`'event', ${THRALL}, 'NOPE', 0, 0, 'x', NULL`);
    ask(`'event', ${THRALL}, 'BOSS_KILL', 0, 0, 'x', '{"raid_boss": '`);
    ask(`'earn', ${THRALL}, '', 2, 30, 'web_shop', NULL`);
    const given = answers(realm);
    const reasons: string[] = [];
    for (const [status, reason] of given) reasons.push(`${status}: ${reason}`);
    expectEqual(reasons.slice(0, 6), [
      "refused: not_enough",
      "refused: player_guid must be from 1 to 4294967295",
      `refused: there is no stat 'gold'${STATS}`,
      "refused: amount must be from 0 to 255",
      `refused: there is no unlock type 'horse'${UNLOCKS}`,
      "refused: there is no event type 'NOPE'",
    ]);
    expectEqual((reasons[6] ?? "").startsWith("refused: payload: "), true);
    expectEqual(reasons[7], "done: ");
  });

  it("calls what is wrong with a row by the row's columns", () => {
    const realm = playing();
    ask(`'earn', ${THRALL}, '', 0, 5, 'x', NULL`);
    ask(`'spend', ${THRALL}, '', 2, 0, 'x', NULL`);
    ask(`'unlock', ${THRALL}, 'title', 0, 0, 'x', NULL`);
    ask(`'set', ${THRALL}, 'mythic_rating', 0, -5, 'x', NULL`);
    ask(`'add', 0, 'mythic_rating', 0, 5, 'x', NULL`);
    ask(`'add', ${THRALL}, '', 0, 5, 'x', NULL`);
    ask(`'event', ${THRALL}, '', 0, 0, 'x', NULL`);
    ask(`'earn', ${THRALL}, '', 2, 5, '', NULL`);
    ask(`'event', ${THRALL}, 'BOSS_KILL', 0, 0, 'x', '{"creature_entry": "5"}'`);
    expectEqual(answerTexts(realm), [
      "refused: subject_id must be from 1 to 4294967295",
      "refused: amount must be from 1 to 9007199254740991",
      "refused: subject_id must be from 1 to 4294967295",
      "refused: amount must be from 0 to 4294967295",
      "refused: player_guid must be from 1 to 4294967295",
      "refused: name must not be empty",
      "refused: name must not be empty",
      "refused: source must not be empty",
      "refused: BOSS_KILL: 'creature_entry' must be a whole number from 0 to 9007199254740991, not the string '5'",
    ]);
  });

  it("checks an event by the catalogue before anybody hears of it", () => {
    const realm = playing();
    const event = (player: number, payload: string): void =>
      ask(`'event', ${player}, 'MYTHIC_RUN_COMPLETE', 0, 0, 'x', '${payload}'`);
    event(THRALL, '{"levl": 15, "rating_gained": 25}');
    event(THRALL, '{"level": 15.3, "rating_gained": 25, "in_time": true}');
    event(THRALL, '{"level": 15, "in_time": "yes"}');
    event(0, '{"level": 15, "in_time": true}');
    const reasons: string[] = [];
    for (const [status, reason] of answers(realm)) reasons.push(`${status}: ${reason}`);
    expectEqual(reasons, [
      "refused: MYTHIC_RUN_COMPLETE: unknown key 'levl'; keys are dungeon_id, in_time, level, rating_gained",
      "refused: MYTHIC_RUN_COMPLETE: 'level' must be a whole number from 0 to 9007199254740991, not 15.3",
      "refused: MYTHIC_RUN_COMPLETE: 'in_time' must be true or false, not the string 'yes'",
      "refused: MYTHIC_RUN_COMPLETE: player_guid must be from 1 to 4294967295",
    ]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')"), [0]);
    expectEqual(errorsOf(realm), []);
  });

  it("takes events of the whole realm, and of types that scripts have registered", () => {
    const realm = playing();
    run(
      realm,
      `DC.EventBus:RegisterEventType("SHOP_OPENED")
       heard = {}
       for _, type in ipairs({ "SHOP_OPENED", "CUSTOM_EVENT", "DAILY_RESET" }) do
         DC.EventBus:Subscribe(type, function(event) heard[#heard + 1] = event.type .. " " .. event:Get("name", "") end)
       end`,
    );
    ask("'event', 0, 'SHOP_OPENED', 0, 0, 'x', '{\"name\": \"spring\", \"discount\": 0.5}'");
    ask("'event', 0, 'CUSTOM_EVENT', 0, 0, 'x', '{\"name\": \"fair\"}'");
    ask("'event', 0, 'DAILY_RESET', 0, 0, 'x', NULL");
    expectEqual(answers(realm), [
      ["done", ""],
      ["done", ""],
      ["done", ""],
    ]);
    expectEqual(run(realm, "return heard"), [["SHOP_OPENED spring", "CUSTOM_EVENT fair", "DAILY_RESET "]]);
  });

  it("answers with a reason that is too long for its column", () => {
    const realm = playing();
    // Four bytes each, behind one: wherever 200 bytes end, some of these names have half a character there.
    for (const start of ["", "x", "xx", "xxx"]) {
      ask(
        `'event', ${THRALL}, CONCAT('${start}', REPEAT(CONVERT(0xF09F9880 USING utf8mb4), 60)), 0, 0, 'x', '{}'`,
      );
    }
    const expected: string[][] = [];
    for (const start of ["", "x", "xx", "xxx"]) {
      const head = `there is no event type '${start}`;
      expected.push(["refused", head + string.rep("😀", math.floor((200 - head.length) / 4))]);
    }
    expectEqual(answers(realm), expected);
    expectEqual(errorsOf(realm), []);
  });

  it("carries out what stands in the table after it was emptied, whatever number it gets", () => {
    const realm = playing();
    execute("TRUNCATE dc_inbox");
    ask(`'earn', ${THRALL}, '', 2, 5, 'web_shop', NULL`);
    expectEqual(answers(realm), [["done", ""]]);
    execute("TRUNCATE dc_inbox");
    ask(`'earn', ${THRALL}, '', 2, 100, 'web_shop', NULL`);
    expectEqual(answers(realm), [["done", ""]]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [105]);
  });

  it("does what the examples of its manual say", () => {
    const realm = playing();
    run(realm, "DC.PlayerProfile:AddCurrency(1, 2, 100, 'spec')");
    const [inserts = []] = statementsOf("docs/inbox.md");
    const answer = inserts.pop() ?? "";
    for (const statement of inserts) execute(statement);
    expectEqual(answerTexts(realm), ["done", "done", "done", "done", "done"]);
    expectEqual(select(answer), [["done", ""]]);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(1, 2)"), [600 + 75 - 75]);
  });

  it("never carries out what its program took back in time", () => {
    const realm = playing();
    const [, [cancel = ""] = []] = statementsOf("docs/inbox.md");
    for (let order = 0; order < 2; order++) {
      askNamed(`'earn', ${THRALL}, '', 2, 5, 'web_shop', NULL`, `'order-471${order * 2}'`);
    }
    // At the last moment: the realm has read the row and is about to take it.
    run(
      realm,
      `realQuery = CharDBQuery
       CharDBQuery = function(sql)
         if sql:find("^UPDATE dc_inbox SET status = 'taken'") then realQuery([[${cancel}]]) end
         return realQuery(sql)
       end`,
    );
    expectEqual(answerTexts(realm), ["done", "refused: cancelled"]);
    expectEqual(tokens(realm), 5);
  });

  it("ends what a server that stopped had begun: once, if it reached the ledger, and now, if it did not", () => {
    const realm = playing();
    ask(`'earn', ${THRALL}, '', 2, 100, 'web_shop', NULL`);
    pass(realm, 1000);
    acknowledgeAll();
    ask(`'earn', ${THRALL}, '', 2, 10, 'web_shop', NULL`);
    execute("UPDATE dc_inbox SET status = 'taken', boot_id = 1");
    realm.world.reload();
    expectEqual(answers(realm), [
      ["done", ""],
      ["done", ""],
    ]);
    pass(realm, 200);
    const pending =
      "SELECT j.amount FROM dc_journal j JOIN dc_boot b ON b.boot_id = j.boot_id AND j.sequence > b.acknowledged";
    expectEqual(select(`${pending} WHERE j.kind = 'earn'`), [["10"]]);
  });
});
