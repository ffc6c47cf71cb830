import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { wholeProduct } from "../../../shared/progress/whole-product";
import { expectEqual } from "../expectations";
import { Random } from "../synergies/random";

describe("a whole product", () => {
  it("is what a percentage makes of an amount, where floating point falls short of it", () => {
    expectEqual(wholeProduct(1500, 1.15), 1725);
    expectEqual(wholeProduct(100, 1.15), 115);
    expectEqual(wholeProduct(1000, 1 + 0.1 + 0.2 - 0.3), 1000);
  });

  it("is rounded down otherwise", () => {
    expectEqual(wholeProduct(3, 1.5), 4);
    expectEqual(wholeProduct(1, 1.999), 1);
    expectEqual(wholeProduct(999, 0), 0);
    expectEqual(wholeProduct(0, 1.15), 0);
  });

  it("is exact for every sum of percentages", () => {
    const random = new Random(20);
    for (let round = 0; round < 2000; round++) {
      const amount = random.below(1_000_000);
      let percents = 0;
      let multiplier = 1;
      for (let row = random.below(6); row > 0; row--) {
        const percent = random.below(300);
        percents += percent;
        multiplier += percent / 100;
      }
      const exact = amount * (100 + percents);
      expectEqual(wholeProduct(amount, multiplier), (exact - (exact % 100)) / 100);
    }
  });

  it("leaves amounts alone without a bonus, and ends at the largest", () => {
    for (const amount of [2 ** 46 + 1, 2 ** 50 + 1, 2 ** 52 + 1, MAXIMUM_AMOUNT - 1, MAXIMUM_AMOUNT]) {
      expectEqual(wholeProduct(amount, 1), amount);
    }
    for (const amount of [10_000_000_000, MAXIMUM_AMOUNT]) {
      expectEqual(wholeProduct(amount, 1_000_000_000), MAXIMUM_AMOUNT);
    }
  });
});
