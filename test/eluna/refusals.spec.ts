import { expectEqual } from "../shared/expectations";
import { select } from "./support/database";
import { inKeep, splitRealm } from "./map-state/split-realm";
import { playing, run } from "./realm/playing";
import { pass } from "./support/realm";

/** Where all are that there are. */
const STATS = "; stats are the columns of dc_player_profile";
const UNLOCKS = "; types are title, mount, pet, transmog, cosmetic, ability, perk";

/** Calls with one wrong argument each, or two where it shows which of them is named, and what is said of it. */
const REFUSED: readonly (readonly [call: string, complaint: string])[] = [
  ['IncrementStat(0, "gold", 1, "")', "guid must be from 1 to 4294967295"],
  ['IncrementStat(7, "gold", 1.5, "spec")', `there is no stat 'gold'${STATS}`],
  ['IncrementStat(7, 5, 1, "spec")', "stat must be a string, not number"],
  ['IncrementStat(7, "mythic_rating", 1.5, "")', "amount must be a whole number"],
  ['IncrementStat(7, "mythic_rating", 1, "")', "source must not be empty"],
  ['SetStat(7, "gold", 1, "spec")', `there is no stat 'gold'${STATS}`],
  ['SetStat(7, "prestige_level", 256, "")', "value must be from 0 to 255"],
  ['SetStat(7, "prestige_level", 1, ("x"):rep(51))', "source must be at most 50 bytes long"],
  ['AddCurrency(7, 0, 0, "spec")', "currencyId must be from 1 to 4294967295"],
  ['AddCurrency(7, 2, 0, "")', "amount must be from 1 to 9007199254740991"],
  ['AddCurrency(7, 2, 1, nil, "")', "source must be a string, not nil"],
  ['AddCurrency(7, 2, 1, "spec", "")', "requestId must be 1 to 64 bytes long"],
  ['AddCurrency(7, 2, 1, "spec", 5)', "requestId must be a string, not number"],
  ['SpendCurrency(7, "2", 1, "spec")', "currencyId must be a number, not string"],
  ['SpendCurrency(7, 2, -1, "")', "amount must be from 1 to 9007199254740991"],
  ['SpendCurrency(7, 2, 1, "", "")', "reason must not be empty"],
  ['SpendCurrency(7, 2, 1, "spec", ("x"):rep(65))', "requestId must be 1 to 64 bytes long"],
  ['GrantUnlock(7, "horse", 0, "")', `there is no unlock type 'horse'${UNLOCKS}`],
  ['GrantUnlock(7, "title", 0, "")', "unlockId must be from 1 to 4294967295"],
  ['GrantUnlock(7, "title", 5, "")', "source must not be empty"],
];

/** What a script is told that makes these calls, each on line 2 of its text. */
function toldBy(runScript: (this: void, code: string) => unknown[]): unknown[] {
  return REFUSED.map(([call]) => {
    const [, problem] = runScript(`return pcall(function()\n DC.PlayerProfile:${call}\nend)`);
    return problem;
  });
}

/** Every method has its name in front, and the line of its caller. */
function expected(): string[] {
  return REFUSED.map(([call, complaint]) => {
    const [method] = call.split("(");
    return `run:2: DC.PlayerProfile:${method}: ${complaint}`;
  });
}

describe("a change with a wrong argument", () => {
  it("is refused at the caller's line, with the first that is wrong, and changes nothing", () => {
    const realm = playing();
    const journaled = "SELECT COUNT(*) FROM dc_journal";
    const before = select(journaled);
    expectEqual(
      toldBy((code) => run(realm, code)),
      expected(),
    );
    pass(realm, 200);
    expectEqual(select(journaled), before);
  });

  it("is refused in the same words in a map state", () => {
    const realm = splitRealm("eluna-azerothcore");
    expectEqual(
      toldBy((code) => inKeep(realm, code)),
      expected(),
    );
    expectEqual(realm.world.world.consoleCommands.length, 0);
  });
});
