import type { System } from "../../../shared/systems/system";
import { expectEqual, expectError } from "../expectations";
import { IN_LUA, runScript } from "../lua-script";
import { harness, type Harness, PLAYER } from "./harness";

/** `AddXP` as scripts find it, with whatever arguments they give. */
interface GivesXP extends System {
  AddXP(guid: unknown, amount: unknown, source?: unknown): void;
}

function give(made: Harness, system: string, guid: unknown, amount: unknown, source: unknown): void {
  (made.registry.Get(system) as GivesXP).AddXP(guid, amount, source);
}

const AMOUNT = "AddXP: amount must be a whole number from 0 to 9007199254740991";
const NO_AMOUNTS: readonly unknown[] = [true, "5", -1, 1.5, NaN, Infinity, 9007199254740992, {}];

describe("AddXP of the season pass and of prestige", () => {
  for (const system of ["seasons", "prestige"]) {
    it(`of ${system} refuses what is no player and no amount, and gives nothing`, () => {
      const made = harness();
      for (const guid of [true, "7", 0, -1, 1.5, 4294967296, {}]) {
        expectError(() => give(made, system, guid, 5, "spec"), `${system}: AddXP: guid must be`);
      }
      for (const amount of NO_AMOUNTS) {
        expectError(() => give(made, system, PLAYER, amount, "spec"), `${system}: ${AMOUNT}`);
      }
      expectError(() => give(made, system, undefined, 5, "spec"), `${system}: AddXP: guid must be`);
      expectError(() => give(made, system, PLAYER, undefined, "spec"), `${system}: ${AMOUNT}`);
      expectEqual(made.asked, []);
    });

    it(`of ${system} takes 0, which gives nothing, and the largest amount with the largest bonus`, () => {
      const made = harness({ prestige_level: 255, season_pass_level: 255 });
      made.bonuses[`${system} xp_multiplier`] = 1_000_000_000;
      give(made, system, PLAYER, 0, "spec");
      expectEqual(made.asked, []);
      give(made, system, PLAYER, 9007199254740991, "spec");
      const given =
        system === "seasons" ? "currency 1 +9007199254740991 spec" : "prestige_xp +9007199254740991";
      expectEqual(made.asked, [given]);
    });

    it(`of ${system} blames the line that called it`, () => {
      if (!IN_LUA) return;
      const script = `local system = ...
        system:AddXP(7, -1, "spec")
        local last`;
      const blame = `script.lua:2: ${system}: ${AMOUNT}`;
      expectEqual(runScript(script, harness().registry.Get(system)).substring(0, blame.length), blame);
    });
  }

  it("of the season pass needs a source for the ledger", () => {
    const made = harness();
    for (const source of [true, "", 5, "x".repeat(51)]) {
      expectError(() => give(made, "seasons", PLAYER, 5, source), "seasons: AddXP: source must");
    }
    expectError(() => give(made, "seasons", PLAYER, 5, undefined), "seasons: AddXP: source must");
    expectEqual(made.asked, []);
  });

  it("of prestige notes who gives, itself if nobody is named", () => {
    const made = harness();
    give(made, "prestige", PLAYER, 5, "hotspots");
    give(made, "prestige", PLAYER, 5, undefined);
    expectEqual(made.sources, ["hotspots", "prestige"]);
    expectError(() => give(made, "prestige", PLAYER, 5, ""), "prestige: AddXP: source must");
  });

  it("gives all of a bonus: 15 % on 1,500 is 225", () => {
    const made = harness();
    made.bonuses["seasons xp_bonus_percent"] = 1.15;
    give(made, "seasons", PLAYER, 1500, "spec");
    expectEqual(made.asked, ["currency 1 +1725 spec"]);
  });
});
