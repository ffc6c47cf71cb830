import { checkHello, readHello } from "../../../shared/wire/check-hello";
import { TokenBucket } from "../../../shared/wire/token-bucket";
import { expectEqual } from "../expectations";

describe("TokenBucket", () => {
  it("lets a burst through and then only what comes back", () => {
    const bucket = new TokenBucket(10, 1, 100);
    expectEqual(bucket.take(5, 100), true);
    expectEqual(bucket.take(5, 100), true);
    expectEqual(bucket.take(5, 100), false);
    expectEqual(bucket.take(5, 104), false);
    expectEqual(bucket.take(5, 105), true);
  });

  it("never holds more than its capacity", () => {
    const bucket = new TokenBucket(10, 1, 100);
    expectEqual(bucket.take(10, 100000), true);
    expectEqual(bucket.take(1, 100000), false);
  });

  it("is not refilled by a clock that runs backwards", () => {
    const bucket = new TokenBucket(10, 1, 100);
    bucket.take(10, 100);
    expectEqual(bucket.take(1, 50), false);
    expectEqual(bucket.take(1, 101), true);
  });
});

describe("checkHello", () => {
  const holding = { epoch: 1, profile: 2, currencies: 3, unlocks: 4 };

  it("accepts what an addon sends, and reads no more than it knows", () => {
    expectEqual(checkHello(["0.1.0", 1, holding]), undefined);
    expectEqual(readHello(["0.1.0", 1, { ...holding, gold: 5 }]), ["0.1.0", 1, holding]);
  });

  it("knows an addon that has no weekly caps by what it leaves out", () => {
    expectEqual(readHello(["0.1.0", 1, holding])[2].weekly, undefined);
    const newer = { ...holding, weekly: 0 };
    expectEqual(checkHello(["0.2.0", 1, newer]), undefined);
    expectEqual(readHello(["0.2.0", 1, newer]), ["0.2.0", 1, newer]);
  });

  it("knows an addon that has no names of currencies likewise", () => {
    expectEqual(readHello(["0.2.0", 1, { ...holding, weekly: 0 }])[2].currencyInfo, undefined);
    const newer = { ...holding, weekly: 0, currencyInfo: 3 };
    expectEqual(checkHello(["0.2.0", 1, newer]), undefined);
    expectEqual(readHello(["0.2.0", 1, newer]), ["0.2.0", 1, newer]);
    const broken = { ...newer, currencyInfo: 0.5 };
    expectEqual(checkHello(["0.2.0", 1, broken]), "holding.currencyInfo must be a whole number");
  });

  it("says what is wrong with anything else", () => {
    expectEqual(checkHello([]), "version must be a string of at most 20 bytes");
    expectEqual(checkHello(["x".repeat(21), 1, holding]), "version must be a string of at most 20 bytes");
    for (const version of ["\x1b[2J", "1.0\nbridge: PROBLEM", "|cffff0000red", "1.0 ", "1.0\u00e9"]) {
      expectEqual(
        checkHello([version, 1, holding]),
        "version must be of letters, digits, dots, plus and minus signs and underscores",
      );
    }
    expectEqual(checkHello(["12.0.1-rc.1+Build_7", 1, holding]), undefined);
    expectEqual(checkHello(["1", -1, holding]), "protocol must be a whole number");
    expectEqual(checkHello(["1", 0 / 0, holding]), "protocol must be a whole number");
    expectEqual(checkHello(["1", 1, "x"]), "holding must be a table, not string");
    expectEqual(checkHello(["1", 1]), "holding must be a table, not undefined");
    expectEqual(checkHello(["1", 1, { ...holding, epoch: 1.5 }]), "holding.epoch must be a whole number");
    expectEqual(
      checkHello(["1", 1, { ...holding, unlocks: 1 / 0 }]),
      "holding.unlocks must be a whole number",
    );
    for (const weekly of [-1, 0.5, 0 / 0, 4294967296, "3", {}, false]) {
      expectEqual(checkHello(["1", 1, { ...holding, weekly }]), "holding.weekly must be a whole number");
    }
  });
});
