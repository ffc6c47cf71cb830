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

/** The experience that leads from level `level` - 1 to `level`, which is 1 or more. */
export function xpForLevel(curve: LevelCurve, level: number): number {
  return curve.base + curve.growth * (level - 1);
}

/** The level that `totalXp`, 0 to 2^53 - 1, leads to. Takes away level by level: a closed formula would round. */
export function levelFor(curve: LevelCurve, totalXp: number): number {
  let level = 0;
  let left = totalXp;
  while (level < curve.maximumLevel) {
    const needed = xpForLevel(curve, level + 1);
    if (left < needed) break;
    left -= needed;
    level++;
  }
  return level;
}
