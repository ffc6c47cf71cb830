import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { answerTexts, ask, askNamed } from "./inbox-rows";
import { playing, run } from "./playing";

const NOBODY = "refused: player_guid: there is no character 999";
/** One request of each kind for the player `guid`. */
const KINDS = [
  "'earn', GUID, '', 2, 5, 'shop', NULL",
  "'spend', GUID, '', 2, 5, 'shop', NULL",
  "'add', GUID, 'mythic_rating', 0, 5, 'shop', NULL",
  "'set', GUID, 'mythic_rating', 0, 5, 'shop', NULL",
  "'unlock', GUID, 'mount', 5, 0, 'shop', NULL",
  "'event', GUID, 'PLAYER_DEATH', 0, 0, 'shop', NULL",
  "'event', GUID, 'CUSTOM_EVENT', 0, 0, 'shop', NULL",
];

/** Runs `work` while the core's own table of characters is there, with this low GUID in it. */
function withCharacter(guid: number, work: (realm: Realm) => void): void {
  execute("CREATE TABLE characters (guid INT UNSIGNED PRIMARY KEY)");
  execute(`INSERT INTO characters (guid) VALUES (${guid})`);
  const [succeeded, failure] = pcall(() => work(playing()));
  execute("DROP TABLE characters");
  if (!succeeded) error(failure, 0);
}

function askForAll(guid: number): void {
  for (const kind of KINDS) ask(string.gsub(kind, "GUID", guid.toFixed(0))[0]);
}

describe("a request of the inbox for a low GUID", () => {
  it("of no character is refused, and nobody hears of it", () => {
    withCharacter(8, (realm) => {
      run(realm, "heard = 0 DC.EventBus:Subscribe('PLAYER_DEATH', function() heard = heard + 1 end)");
      askForAll(999);
      expectEqual(
        answerTexts(realm),
        KINDS.map(() => NOBODY),
      );
      expectEqual(run(realm, "return heard"), [0]);
      expectEqual(select("SELECT COUNT(*) FROM dc_journal WHERE player_guid = 999"), [["0"]]);
      expectEqual(errorsOf(realm), []);
    });
  });

  it("of a character who is offline is carried out", () => {
    withCharacter(8, (realm) => {
      askForAll(8);
      expectEqual(
        answerTexts(realm),
        KINDS.map(() => "done"),
      );
      expectEqual(run(realm, "return DC.PlayerProfile:HasUnlock(8, 'mount', 5)"), [true]);
    });
  });

  it("of somebody online is carried out, whatever the core has written by then", () => {
    withCharacter(8, (realm) => {
      ask("'earn', 7, '', 2, 5, 'shop', NULL");
      expectEqual(answerTexts(realm), ["done"]);
    });
  });

  it("is not asked for where it is 0, for an event of the whole realm", () => {
    withCharacter(8, (realm) => {
      ask("'event', 0, 'CUSTOM_EVENT', 0, 0, 'shop', NULL");
      expectEqual(answerTexts(realm), ["done"]);
    });
  });

  it("that was refused may be asked for again by its name when the character is there", () => {
    withCharacter(8, (realm) => {
      askNamed("'earn', 999, '', 2, 5, 'shop', NULL", "'4711'");
      expectEqual(answerTexts(realm), [NOBODY]);
      execute("INSERT INTO characters (guid) VALUES (999)");
      askNamed("'earn', 999, '', 2, 5, 'shop', NULL", "'4711'");
      expectEqual(answerTexts(realm), [NOBODY, "done"]);
    });
  });

  it("of no character is carried out where the core's table is in another database, or gives no answer", () => {
    const realm = playing();
    ask("'earn', 999, '', 2, 5, 'shop', NULL");
    expectEqual(answerTexts(realm), ["done"]);
    withCharacter(8, (other) => {
      run(
        other,
        `realQuery = CharDBQuery
         CharDBQuery = function(sql) if not sql:find("FROM characters") then return realQuery(sql) end end`,
      );
      ask("'earn', 999, '', 2, 5, 'shop', NULL");
      expectEqual(answerTexts(other), ["done"]);
    });
  });
});

describe("a currency without a definition", () => {
  it("is one like any other", () => {
    const realm = playing();
    ask("'earn', 7, '', 4242, 5, 'shop', NULL");
    expectEqual(answerTexts(realm), ["done"]);
    pass(realm, 100);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 4242)"), [5]);
  });
});
