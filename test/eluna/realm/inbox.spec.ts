import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { acknowledgeAll, BOOT, playing, run, THRALL } from "./playing";

function ask(values: string): void {
  execute(
    "INSERT INTO dc_inbox (realm_id, kind, player_guid, name, subject_id, amount, source, payload) " +
      `SELECT realm_id, ${values} FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

function answers(realm: Realm): string[][] {
  pass(realm, 3000);
  return select("SELECT status, reason FROM dc_inbox ORDER BY inbox_id");
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
      "refused: guid must be from 1 to 4294967295",
      "refused: there is no stat 'gold'",
      "refused: value must be from 0 to 255",
      "refused: there is no unlock type 'horse'",
      "refused: there is no event type 'NOPE'",
    ]);
    expectEqual((reasons[6] ?? "").startsWith("refused: payload: "), true);
    expectEqual(reasons[7], "done: ");
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
