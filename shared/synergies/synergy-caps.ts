/** The range that a bonus is kept in, as a multiplier: 1.5 is "half as much again". */
export interface SynergyCap {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** By target system and effect type. */
export type SynergyCaps = Readonly<Record<string, Readonly<Record<string, SynergyCap>>>>;

/** No bonus is larger, so that no pile of multipliers gets out of what numbers can hold. */
const LARGEST_MULTIPLIER = 1_000_000_000;

/** `total` within `cap`, and in any case from 0 to `LARGEST_MULTIPLIER`; what is not a number any more becomes 0. */
export function withinCap(total: number, cap: SynergyCap | undefined): number {
  let bounded = total > 0 ? total : 0;
  if (cap?.maximum !== undefined && bounded > cap.maximum) bounded = cap.maximum;
  if (cap?.minimum !== undefined && bounded < cap.minimum) bounded = cap.minimum;
  return Math.max(0, Math.min(bounded, LARGEST_MULTIPLIER));
}
