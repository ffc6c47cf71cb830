import { expectEqual } from "../../shared/expectations";
import { select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { give, SPLIT_ENGINES, splitRealm } from "./split-realm";

/** Pays in the hook of the last save, behind which the world state gets no turn any more. */
const LAST_WORDS = `
  if GetStateMapId() == 574 then
    RegisterPlayerEvent(25, function()
      local p = DC.PlayerProfile
      answers = {
        (p:SpendCurrency(7, 100, 30, "funeral", "funeral-7")), (p:AddCurrency(7, 100, 5, "heirloom")),
        p:GrantUnlock(7, "title", 9, "epitaph"),
      }
      p:IncrementStat(7, "mythic_rating", 25, "elegy")
      for index = 1, 3 do assert(answers[index], index) end
    end)
  end
`;

for (const engine of SPLIT_ENGINES) {
  describe(`what maps promise in the last logouts of a server that shuts down, on ${engine},`, () => {
    it("is in the queue of the tables, each once, with the map for a source", () => {
      const realm = splitRealm(engine, [{ name: "last_words.lua", code: LAST_WORDS }]);
      give(realm, 100);
      pass(realm, 100);
      realm.world.shutdown();
      const rows = select(
        "SELECT kind, subject, subject_id, amount, source, COALESCE(request_id, '') FROM dc_journal " +
          "WHERE source NOT IN ('test', 'activity', 'script') ORDER BY sequence",
      );
      expectEqual(rows, [
        ["spend", "", "100", "30", "map", "funeral-7"],
        ["earn", "", "100", "5", "map", ""],
        ["unlock", "title", "9", "0", "map", ""],
        ["add", "mythic_rating", "0", "25", "map", ""],
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it("is carried out once where it arrives before the end", () => {
      const realm = splitRealm(engine, [{ name: "last_words.lua", code: LAST_WORDS }]);
      give(realm, 100);
      realm.world.logout("Thrall");
      pass(realm, 50);
      realm.world.shutdown();
      expectEqual(select("SELECT source FROM dc_journal WHERE kind = 'spend'"), [["funeral"]]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
