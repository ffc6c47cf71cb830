import {
  checkAccountId,
  checkAmount,
  checkCurrencyId,
  checkDelta,
  checkGuid,
  checkRequestId,
  checkSource,
  checkStat,
  checkUnlock,
  checkValue,
} from "../../../shared/profile/check-arguments";
import { expectEqual } from "../expectations";

/** Where all are that there are. */
const STATS = "; stats are the columns of dc_player_profile";
const UNLOCKS = "; types are title, mount, pet, transmog, cosmetic, ability, perk";

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
    expectEqual(checkAmount(undefined), "amount must be a number, not nil");
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
    expectEqual(checkStat("rating"), `there is no stat 'rating'${STATS}`);
    expectEqual(checkStat("mythic_ratng"), `there is no stat 'mythic_ratng' ('mythic_rating'?)${STATS}`);
    expectEqual(checkStat("totalPvpKill"), `there is no stat 'totalPvpKill' ('totalPvPKills'?)${STATS}`);
    expectEqual(checkStat(5), "stat must be a string, not number");
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
    expectEqual(checkAccountId(4294967295), undefined);
    expectEqual(checkAccountId(0), "accountId must be from 1 to 4294967295");
    expectEqual(checkAccountId({}), "accountId must be a number, not table");
  });

  it("know the seven unlock types", () => {
    for (const type of ["title", "mount", "pet", "transmog", "cosmetic", "ability", "perk"]) {
      expectEqual(checkUnlock(type, 1), undefined);
    }
    expectEqual(checkUnlock("horse", 1), `there is no unlock type 'horse'${UNLOCKS}`);
    expectEqual(checkUnlock("title", 0), "unlockId must be from 1 to 4294967295");
  });

  it("want a source that fits its column", () => {
    expectEqual(checkSource("source", "mythic_plus"), undefined);
    expectEqual(checkSource("source", ""), "source must not be empty");
    expectEqual(checkSource("reason", undefined), "reason must be a string, not nil");
    expectEqual(checkSource("source", "x".repeat(51)), "source must be at most 50 bytes long");
  });
});

describe("the name of a request", () => {
  it("may be left out, and has 1 to 64 visible characters of ASCII", () => {
    let visible = "";
    for (let code = 0x21; code <= 0x7e; code++) visible += String.fromCharCode(code);
    expectEqual(checkRequestId(undefined), undefined);
    expectEqual(checkRequestId(visible.substring(0, 64)), undefined);
    expectEqual(checkRequestId(visible.substring(visible.length - 64)), undefined);
    expectEqual(checkRequestId(""), "requestId must be 1 to 64 bytes long");
    expectEqual(checkRequestId("x".repeat(65)), "requestId must be 1 to 64 bytes long");
    expectEqual(checkRequestId("", "request_id"), "request_id must be 1 to 64 bytes long");
    expectEqual(checkRequestId(5, "request_id"), "request_id must be a string, not number");
    expectEqual(checkRequestId(5), "requestId must be a string, not number");
  });

  it("holds nothing that the tables do not give back byte by byte", () => {
    for (const text of [" ", "order 1", "order-1 ", "a\tb", "a\0b", "a\x7f", "gr\u00fcn"]) {
      expectEqual(checkRequestId(text), "requestId must be of visible ASCII characters, without spaces");
    }
  });
});

describe("a value to save", () => {
  it("is called what the caller calls it", () => {
    expectEqual(checkValue("mythic_rating", -5, "mythicRating"), "mythicRating must be from 0 to 4294967295");
    expectEqual(
      checkValue("mythic_rating", true, "mythicRating"),
      "mythicRating must be a number, not boolean",
    );
  });
});
