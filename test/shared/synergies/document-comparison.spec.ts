import { FIELD_INDEX, type ProfileValues, type Stat } from "../../../shared/catalog/profile-fields";
import type { SynergyRow } from "../../../shared/synergies/parse-synergy";
import { expectEqual } from "../expectations";
import { change, harness, type Harness } from "./document-synergies";
import { Random } from "./random";

const OPERATORS = ["gte", "lte", "eq", "plain"] as const;
const TARGETS = ["hotspots", "itemupgrade"] as const;
const EFFECTS = ["xp_percent", "xp_multiplier", "percent_or_multiplier"] as const;
/** Condition keys of one source system with the columns that the document's GetPlayerValue would read. */
const KEYS: readonly (readonly [key: string, stat: Stat])[] = [
  ["key_level", "highest_key_completed"],
  ["mythic_rating", "mythic_rating"],
  ["prestige_level", "prestige_level"],
];

interface PlainSynergy {
  target: string;
  effect: Record<string, number>;
  condition: { key: string; stat: Stat; operator: (typeof OPERATORS)[number]; operand: number }[];
}

function randomSynergy(random: Random): PlainSynergy {
  const synergy: PlainSynergy = { target: random.of(TARGETS), effect: {}, condition: [] };
  for (const effect of EFFECTS) {
    if (random.below(2) === 0)
      synergy.effect[effect] = (random.below(400) - (effect === "xp_percent" ? 100 : 0)) / 4;
  }
  for (const [key, stat] of KEYS) {
    const operator = random.of(OPERATORS);
    if (random.below(2) === 0) synergy.condition.push({ key, stat, operator, operand: random.below(4) });
  }
  return synergy;
}

function toRow(id: number, { target, effect, condition }: PlainSynergy): SynergyRow {
  const conditions: string[] = [];
  for (const { key, operator, operand } of condition) {
    const number = operand.toFixed(0);
    conditions.push(`"${key}": ${operator === "plain" ? number : `{"${operator}": ${number}}`}`);
  }
  const effects: string[] = [];
  for (const type of EFFECTS) {
    const value = effect[type];
    if (value !== undefined) effects.push(`"${type}": ${value.toFixed(2)}`);
  }
  return {
    synergy_id: id,
    synergy_name: `Synergy ${id.toFixed(0)}`,
    source_system: "mythicplus",
    source_condition: `{${conditions.join(", ")}}`,
    target_system: target,
    target_effect: `{${effects.join(", ")}}`,
    enabled: effects.length > 0,
  };
}

/** The document's CheckCondition, step for step. */
function checkCondition(fields: ProfileValues, synergy: PlainSynergy): boolean {
  for (const { stat, operator, operand } of synergy.condition) {
    const playerValue = fields[FIELD_INDEX[stat]];
    if (operator === "gte" && playerValue < operand) return false;
    if (operator === "lte" && playerValue > operand) return false;
    if (operator === "eq" && playerValue !== operand) return false;
    if (operator === "plain" && playerValue !== operand) return false;
  }
  return true;
}

/** The document's GetBonusMultiplier, step for step. */
function getBonusMultiplier(
  synergies: readonly PlainSynergy[],
  fields: ProfileValues,
  targetSystem: string,
  effectType: string,
): number {
  let multiplier = 1.0;
  for (const synergy of synergies) {
    const counts = synergy.target === targetSystem && checkCondition(fields, synergy);
    const value = counts ? synergy.effect[effectType] : undefined;
    if (value !== undefined) {
      if (effectType.includes("percent")) multiplier += value / 100.0;
      else if (effectType.includes("multiplier")) multiplier *= value;
    }
  }
  return multiplier;
}

function compareAll(made: Harness, synergies: readonly PlainSynergy[]): void {
  const fields = made.profiles[1];
  if (fields === undefined) error("player 1 has no profile");
  for (const target of TARGETS) {
    for (const effect of EFFECTS) {
      const expected = Math.min(
        Math.max(getBonusMultiplier(synergies, fields, target, effect), 0),
        1000000000,
      );
      expectEqual(made.manager.GetBonusMultiplier(1, target, effect) === expected, true);
      expectEqual(made.manager.GetBreakdown(1, target, effect).multiplier === expected, true);
    }
  }
}

describe("SynergyManager agrees with the document's code", () => {
  for (let seed = 1; seed <= 60; seed++) {
    it(`on random rows and changing profiles, seed ${seed.toFixed(0)}`, () => {
      const random = new Random(seed);
      const synergies: PlainSynergy[] = [];
      const rows: SynergyRow[] = [];
      const count = 1 + random.below(12);
      for (let id = 1; id <= count; id++) {
        const synergy = randomSynergy(random);
        synergies.push(synergy);
        rows.push(toRow(id, synergy));
      }
      const made = harness([]);
      expectEqual(made.manager.Load(rows), []);
      for (let round = 0; round < 15; round++) {
        const [, stat] = random.of(KEYS);
        change(made, stat, random.below(4));
        compareAll(made, synergies);
      }
    });
  }
});
