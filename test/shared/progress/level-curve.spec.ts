import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { type LevelCurve, levelFor, xpForLevel } from "../../../shared/progress/level-curve";
import { expectEqual } from "../expectations";

/** The largest that keeps level 255 of a curve from 1 on within 2^53 - 1. */
const LARGEST_GROWTH = Math.floor((MAXIMUM_AMOUNT - 1) / 255);

const CURVES: readonly LevelCurve[] = [
  { base: 1000, growth: 0, maximumLevel: 100 },
  { base: 1000, growth: 250, maximumLevel: 255 },
  { base: 1, growth: 0, maximumLevel: 255 },
  { base: 7, growth: 13, maximumLevel: 1 },
  { base: MAXIMUM_AMOUNT, growth: 0, maximumLevel: 255 },
  { base: 1, growth: LARGEST_GROWTH, maximumLevel: 255 },
  { base: 277076930199, growth: 1, maximumLevel: 255 },
];

/** The experience from the beginning to `level`; undefined if it is more than 2^53 - 1. */
function totalXpForLevel(curve: LevelCurve, level: number): number | undefined {
  let total = 0;
  for (let reached = 1; reached <= level; reached++) {
    const needed = xpForLevel(curve, reached);
    if (needed > MAXIMUM_AMOUNT - total) return undefined;
    total += needed;
  }
  return total;
}

describe("level curve", () => {
  it("takes base for the first level and growth more for each after it", () => {
    const curve = { base: 1000, growth: 250, maximumLevel: 50 };
    expectEqual([xpForLevel(curve, 1), xpForLevel(curve, 2), xpForLevel(curve, 50)], [1000, 1250, 13250]);
    expectEqual([levelFor(curve, 0), levelFor(curve, 2249), levelFor(curve, 2250)], [0, 1, 2]);
  });

  it("stays at the highest level", () => {
    const curve = { base: 10, growth: 0, maximumLevel: 3 };
    expectEqual([levelFor(curve, 30), levelFor(curve, MAXIMUM_AMOUNT)], [3, 3]);
  });
});

describe("level curve, for every level of curves from flat to the largest", () => {
  for (const curve of CURVES) {
    const name = `${curve.base.toFixed(0)} + ${curve.growth.toFixed(0)} up to ${curve.maximumLevel.toFixed(0)}`;

    it(`a level begins with the experience that leads to it: ${name}`, () => {
      for (let level = 1; level <= curve.maximumLevel; level++) {
        const total = totalXpForLevel(curve, level);
        if (total !== undefined) {
          expectEqual([levelFor(curve, total - 1), levelFor(curve, total)], [level - 1, level]);
        }
      }
    });

    it(`more experience is never a lower level: ${name}`, () => {
      let before = 0;
      for (let xp = 1; xp <= MAXIMUM_AMOUNT / 2; xp = xp * 2 + 1) {
        const level = levelFor(curve, xp);
        expectEqual(level >= before && level <= curve.maximumLevel, true);
        before = level;
      }
    });
  }
});
