import { expectEqual } from "../../shared/expectations";
import { execute, refuse, select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { answerTexts, ask, askNamed, tokens } from "./inbox-rows";
import { playing, run } from "./playing";

const EARN = "'earn', 7, '', 2, 5, 'web_shop', NULL";
const EVENT = "'event', 7, 'BOUGHT', 0, 0, 'web_shop', NULL";
/** How the questions begin whether rows were taken, and whether an event is noted. */
const WHICH_ARE_TAKEN = "SELECT '' AS id";
const WHETHER_NOTED = "SELECT '' AS noted";

describe("a database that does not say", () => {
  it("which requests were begun is asked until it does: each is done once, and answered", () => {
    const realm = playing();
    refuse(WHICH_ARE_TAKEN, 3);
    for (let count = 0; count < 6; count++) ask(EARN);
    pass(realm, 5000);
    expectEqual(answerTexts(realm), ["done", "done", "done", "done", "done", "done"]);
    expectEqual(tokens(realm), 30);
  });

  it("which answers have arrived gets them again, where one was lost", () => {
    const realm = playing();
    refuse("UPDATE dc_inbox SET status = 'refused'");
    ask("'earn', 7, '', 2, 0, 'web_shop', NULL");
    pass(realm, 600);
    refuse(WHICH_ARE_TAKEN, 2);
    pass(realm, 12_000);
    expectEqual(select("SELECT status FROM dc_inbox"), [["refused"]]);
  });

  it("whether an event is noted: it is not published, and the answer says that its name may be used up", () => {
    const realm = playing();
    run(
      realm,
      `heard = 0 DC.EventBus:RegisterEventType("BOUGHT")
       DC.EventBus:Subscribe("BOUGHT", function() heard = heard + 1 end)`,
    );
    refuse(WHETHER_NOTED);
    askNamed(EVENT, "'4711'");
    expectEqual(answerTexts(realm), ["refused: name_in_doubt"]);
    askNamed(EVENT, "'4712'");
    expectEqual(answerTexts(realm), ["refused: name_in_doubt", "done"]);
    expectEqual(run(realm, "return heard"), [1]);
  });
});

describe("a request that fails behind what it was to do", () => {
  it("is done: who hears of it has failed, and not the payment", () => {
    const realm = playing();
    run(
      realm,
      `local publish = DC.EventBus.Publish
       DC.EventBus.Publish = function(bus, event)
         if event.type == "CURRENCY_GAINED" then error("nobody may hear") end
         return publish(bus, event)
       end`,
    );
    ask(EARN);
    expectEqual(answerTexts(realm), ["done"]);
    expectEqual(tokens(realm), 5);
    expectEqual(errorsOf(realm).length, 1);
    execute("DELETE FROM dc_inbox");
  });
});
