import {
  checkAmount,
  checkCurrencyId,
  checkDelta,
  checkGuid,
  checkSource,
  checkStat,
  checkUnlock,
  checkValue,
} from "../../../shared/profile/check-operation";
import { expectEqual } from "../expectations";

const NOT_A_NUMBER = 0 / 0;
const ENDLESS = 1 / 0;

describe("checks of amounts", () => {
  it("accept whole numbers from 1 to 2^53 - 1", () => {
    expectEqual(checkAmount(1), undefined);
    expectEqual(checkAmount(9007199254740991), undefined);
  });

  it("refuse fractions, NaN, infinities, zero, negatives and what is no number, naming the argument", () => {
    expectEqual(checkAmount(1.5), "amount must be a whole number");
    expectEqual(checkAmount(NOT_A_NUMBER), "amount must be a whole number");
    expectEqual(checkAmount(ENDLESS), "amount must be a whole number");
    expectEqual(checkAmount(-ENDLESS), "amount must be a whole number");
    expectEqual(checkAmount(0), "amount must be from 1 to 9007199254740991");
    expectEqual(checkAmount(-1), "amount must be from 1 to 9007199254740991");
    expectEqual(checkAmount(9007199254740992), "amount must be from 1 to 9007199254740991");
    expectEqual(checkAmount("5"), "amount must be a number, not string");
    expectEqual(checkAmount(undefined), "amount must be a number, not undefined");
  });

  it("accept a negative change of a stat", () => {
    expectEqual(checkDelta(-25), undefined);
    expectEqual(checkDelta(0), undefined);
  });
});

describe("checks of names and ids", () => {
  it("know stats by their column and by the document's member", () => {
    expectEqual(checkStat("mythic_rating"), undefined);
    expectEqual(checkStat("mythicRating"), undefined);
    expectEqual(checkStat("rating"), "there is no stat 'rating'");
    expectEqual(checkStat(5), "stat must be a text, not number");
  });

  it("hold a value against the range of its column", () => {
    expectEqual(checkValue("prestige_level", 255), undefined);
    expectEqual(checkValue("prestige_level", 256), "value must be from 0 to 255");
    expectEqual(checkValue("season_pass_premium", 2), "value must be from 0 to 1");
  });

  it("refuse guids and currency ids beyond 32 bits", () => {
    expectEqual(checkGuid(4294967295), undefined);
    expectEqual(checkGuid(0), "guid must be from 1 to 4294967295");
    expectEqual(checkCurrencyId(4294967296), "currencyId must be from 1 to 4294967295");
  });

  it("know the seven unlock types", () => {
    for (const type of ["title", "mount", "pet", "transmog", "cosmetic", "ability", "perk"]) {
      expectEqual(checkUnlock(type, 1), undefined);
    }
    expectEqual(checkUnlock("horse", 1), "there is no unlock type 'horse'");
    expectEqual(checkUnlock("title", 0), "unlockId must be from 1 to 4294967295");
  });

  it("want a source that fits its column", () => {
    expectEqual(checkSource("source", "mythic_plus"), undefined);
    expectEqual(checkSource("source", ""), "source must not be empty");
    expectEqual(checkSource("reason", undefined), "reason must be a text, not undefined");
    expectEqual(checkSource("source", "x".repeat(51)), "source must be at most 50 bytes long");
  });
});
