import { expectEqual } from "../../shared/expectations";
import { refuse, select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { answerTexts, ask, tokens } from "./inbox-rows";
import { playing, run } from "./playing";

const TICK = 50;
/** Rows that one look takes: more would be felt in the turn of the world in which it falls. */
const MOST_PER_TICK = 4;

function askForMany(count: number): void {
  for (let row = 0; row < count; row++) ask("'earn', 7, '', 2, 1, 'shop', NULL");
}

function waiting(): number {
  return Number(select("SELECT COUNT(*) FROM dc_inbox WHERE status = 'new'")[0]?.[0]);
}

/** How many rows each tick of the next `milliseconds` takes. */
function takenPerTick(realm: Realm, milliseconds: number): number[] {
  const taken: number[] = [];
  let before = waiting();
  for (let passed = 0; passed < milliseconds; passed += TICK) {
    pass(realm, TICK);
    const after = waiting();
    taken.push(before - after);
    before = after;
  }
  return taken;
}

describe("many requests of the inbox", () => {
  it("are done within seconds, a few in each turn of the world", () => {
    const realm = playing();
    askForMany(102);
    const taken = takenPerTick(realm, 2000);
    expectEqual(Math.max(...taken), MOST_PER_TICK);
    expectEqual(waiting(), 0);
    expectEqual(
      answerTexts(realm).filter((text) => text !== "done"),
      [],
    );
    expectEqual(tokens(realm), 102);
    expectEqual(errorsOf(realm), []);
  });

  it("are not looked at more often while none of them can be taken", () => {
    const realm = playing();
    askForMany(12);
    refuse("UPDATE dc_inbox SET status = 'taken'", 2);
    const taken = takenPerTick(realm, 3000);
    const first = taken.findIndex((count) => count > 0);
    // Two looks were in vain, so that the third comes a second after the first.
    expectEqual(first >= 20, true);
    expectEqual(waiting(), 0);
  });
});

describe("a request that cannot be answered", () => {
  it("takes none along that was begun with it", () => {
    const realm = playing();
    run(
      realm,
      `realExecute = CharDBExecute
       CharDBExecute = function(sql)
         if sql:find("not_enough") and not isBroken then isBroken = true error("out of order", 0) end
         return realExecute(sql)
       end`,
    );
    ask("'spend', 7, '', 2, 1, 'shop', NULL");
    ask("'earn', 7, '', 2, 1, 'shop', NULL");
    pass(realm, 2000);
    expectEqual(select("SELECT status FROM dc_inbox ORDER BY inbox_id"), [["taken"], ["done"]]);
    pass(realm, 6000);
    expectEqual(answerTexts(realm), ["refused: not_enough", "done"]);
    expectEqual(errorsOf(realm), ["ERROR: [DCIntegration] the inbox failed: out of order"]);
  });
});
