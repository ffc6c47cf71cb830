import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import {
  checkLevelCurve,
  type LevelCurve,
  levelFor,
  levelProgress,
  totalXpForLevel,
  xpForLevel,
} from "../../../shared/progress/level-curve";
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

describe("level curve", () => {
  it("takes base for the first level and growth more for each after it", () => {
    const curve = { base: 1000, growth: 250, maximumLevel: 50 };
    expectEqual([xpForLevel(curve, 1), xpForLevel(curve, 2), xpForLevel(curve, 50)], [1000, 1250, 13250]);
    expectEqual(
      [totalXpForLevel(curve, 0), totalXpForLevel(curve, 1), totalXpForLevel(curve, 3)],
      [0, 1000, 3750],
    );
    expectEqual(levelProgress(curve, 0), { level: 0, earned: 0, needed: 1000 });
    expectEqual(levelProgress(curve, 2249), { level: 1, earned: 1249, needed: 1250 });
    expectEqual(levelProgress(curve, 2250), { level: 2, earned: 0, needed: 1500 });
  });

  it("stays at the highest level", () => {
    const curve = { base: 10, growth: 0, maximumLevel: 3 };
    expectEqual(levelProgress(curve, 30), { level: 3, earned: 0, needed: 0 });
    expectEqual(levelProgress(curve, MAXIMUM_AMOUNT), { level: 3, earned: MAXIMUM_AMOUNT - 30, needed: 0 });
  });
});

describe("level curve, for every level of curves from flat to the largest", () => {
  for (const curve of CURVES) {
    const name = `${curve.base.toFixed(0)} + ${curve.growth.toFixed(0)} up to ${curve.maximumLevel.toFixed(0)}`;

    it(`levelFor is the inverse of totalXpForLevel: ${name}`, () => {
      expectEqual(checkLevelCurve(curve), undefined);
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

    it(`nothing is lost between level and remainder: ${name}`, () => {
      for (let xp = 1; xp <= MAXIMUM_AMOUNT / 3; xp = xp * 3 + 1) {
        const { level, earned } = levelProgress(curve, xp);
        expectEqual((totalXpForLevel(curve, level) ?? -1) + earned, xp);
      }
    });
  }
});

describe("checkLevelCurve", () => {
  const wrong: [curve: LevelCurve, problem: string][] = [
    [{ base: 0, growth: 0, maximumLevel: 1 }, "base must be a whole number of at least 1"],
    [{ base: 1.5, growth: 0, maximumLevel: 1 }, "base must be a whole number of at least 1"],
    [{ base: 1, growth: -1, maximumLevel: 1 }, "growth must be a whole number of at least 0"],
    [{ base: 1, growth: 0, maximumLevel: 0 }, "the highest level must be a whole number from 1 to 255"],
    [{ base: 1, growth: 0, maximumLevel: 256 }, "the highest level must be a whole number from 1 to 255"],
    [
      { base: 1, growth: LARGEST_GROWTH + 1, maximumLevel: 255 },
      "the highest level would take more experience than can be counted",
    ],
  ];
  for (const [curve, problem] of wrong) {
    it(problem, () => expectEqual(checkLevelCurve(curve), problem));
  }
});
