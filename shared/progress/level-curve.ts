import { MAXIMUM_AMOUNT, NUMBER_TYPES } from "../catalog/number-types";
import type { Complaint } from "../profile/check-operation";

/**
 * How much experience each level takes: `base` for the first, and `growth` more for each one after it. Whole numbers;
 * level 0 is where everyone begins.
 */
export interface LevelCurve {
  /** At least 1. */
  readonly base: number;
  /** At least 0. */
  readonly growth: number;
  /** The highest level, 1 to 255, which is all that the profile's level columns hold. */
  readonly maximumLevel: number;
}

/** Where a player stands on a curve. */
export interface LevelProgress {
  readonly level: number;
  /** Experience since that level was reached; at the highest level also what lies beyond. */
  readonly earned: number;
  /** Experience from that level to the next; 0 at the highest. */
  readonly needed: number;
}

function isWhole(value: number, minimum: number, maximum: number): boolean {
  return value >= minimum && value <= maximum && value % 1 === 0;
}

/** What is wrong with a curve. One that passes never leaves whole numbers that all hosts count exactly. */
export function checkLevelCurve(curve: LevelCurve): Complaint {
  if (!isWhole(curve.base, 1, MAXIMUM_AMOUNT)) return "base must be a whole number of at least 1";
  if (!isWhole(curve.growth, 0, MAXIMUM_AMOUNT)) return "growth must be a whole number of at least 0";
  if (!isWhole(curve.maximumLevel, 1, NUMBER_TYPES.u8.maximum)) {
    return `the highest level must be a whole number from 1 to ${NUMBER_TYPES.u8.maximum.toFixed(0)}`;
  }
  return curve.growth > Math.floor((MAXIMUM_AMOUNT - curve.base) / curve.maximumLevel)
    ? "the highest level would take more experience than can be counted"
    : undefined;
}

/** The experience that leads from level `level` - 1 to `level`, which is 1 or more. */
export function xpForLevel(curve: LevelCurve, level: number): number {
  return curve.base + curve.growth * (level - 1);
}

/** The experience from the beginning to `level`; undefined if it is more than 2^53 - 1, which nobody reaches. */
export function totalXpForLevel(curve: LevelCurve, level: number): number | undefined {
  let total = 0;
  for (let reached = 1; reached <= level; reached++) {
    const needed = xpForLevel(curve, reached);
    if (needed > MAXIMUM_AMOUNT - total) return undefined;
    total += needed;
  }
  return total;
}

/** Where `totalXp`, 0 to 2^53 - 1, leads. Takes away level by level: a closed formula would round. */
export function levelProgress(curve: LevelCurve, totalXp: number): LevelProgress {
  let level = 0;
  let earned = totalXp;
  let needed = xpForLevel(curve, 1);
  while (level < curve.maximumLevel && earned >= needed) {
    earned -= needed;
    level++;
    needed = xpForLevel(curve, level + 1);
  }
  return { level, earned, needed: level === curve.maximumLevel ? 0 : needed };
}

/** The level that `totalXp` makes, 0 to the curve's highest. */
export function levelFor(curve: LevelCurve, totalXp: number): number {
  return levelProgress(curve, totalXp).level;
}
