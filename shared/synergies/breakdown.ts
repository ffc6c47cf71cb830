import { decimals } from "./decimals";
import type { EffectKindName } from "../catalog/effect-kinds";

/** A synergy that counts for a player. */
export interface BreakdownStep {
  readonly id: number;
  readonly name: string;
  readonly kind: EffectKindName;
  readonly value: number;
  /** The multiplier after this step. */
  readonly total: number;
}

/** How a bonus comes about. */
export interface Breakdown {
  /** In the order in which they count. */
  readonly steps: readonly BreakdownStep[];
  /** What `GetBonusMultiplier` returns. */
  readonly multiplier: number;
  /** "1.00 + 10 % Prestige Upgrade Discount - 2.5 % Tax = 1.075"; a limit that changed the sum is named behind it. */
  readonly text: string;
}

function stepText({ kind, value, name }: BreakdownStep): string {
  if (kind === "multiplier") return ` x ${decimals(value, 2)} ${name}`;
  return value < 0 ? ` - ${decimals(-value, 0)} % ${name}` : ` + ${decimals(value, 0)} % ${name}`;
}

/** The whole of a bonus that began with 1 and came to `multiplier`, which a cap may have changed. */
export function toBreakdown(steps: readonly BreakdownStep[], multiplier: number): Breakdown {
  let text = decimals(1, 2);
  let total = 1;
  for (const step of steps) {
    text += stepText(step);
    total = step.total;
  }
  if (steps.length > 0 || total !== multiplier) text += ` = ${decimals(multiplier, 2)}`;
  return { steps, multiplier, text: total === multiplier ? text : `${text} (limited)` };
}
