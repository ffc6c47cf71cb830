/**
 * How a synergy's effect counts: its type's name tells, and the first that the name contains decides (document:
 * SynergyManager). A percentage adds to the multiplier, a multiplier multiplies it.
 */
export const EFFECT_KINDS = [
  { name: "percent", minimum: -100, maximum: 10_000 },
  { name: "multiplier", minimum: 0, maximum: 1000 },
] as const;

export type EffectKind = (typeof EFFECT_KINDS)[number];
export type EffectKindName = EffectKind["name"];

/** The kind of the effect type `effectType`, or undefined if its name tells none. */
export function effectKindOf(effectType: string): EffectKind | undefined {
  for (const kind of EFFECT_KINDS) {
    if (effectType.includes(kind.name)) return kind;
  }
  return undefined;
}
