import { type EffectKindName, EFFECT_KINDS, effectKindOf } from "../catalog/effect-kinds";
import { readJson } from "../json/json-reader";
import type { JsonMember } from "../json/json-value";
import { type Condition, readCondition } from "./condition";

/** A row of `dc_system_synergies`. */
export interface SynergyRow {
  readonly synergy_id: number;
  readonly synergy_name: string;
  readonly source_system: string;
  readonly source_condition: string;
  readonly target_system: string;
  readonly target_effect: string;
  readonly enabled: boolean;
}

/** One key of a synergy's `target_effect`. */
export interface Effect {
  readonly type: string;
  readonly kind: EffectKindName;
  /** Percent: from -100; multiplier: from 0. */
  readonly value: number;
}

/** A row that has nothing wrong with it. */
export interface Synergy {
  readonly id: number;
  readonly name: string;
  readonly sourceSystem: string;
  /** All must hold; none at all holds for every player. */
  readonly conditions: readonly Condition[];
  readonly targetSystem: string;
  /** In the order of the row. */
  readonly effects: readonly Effect[];
}

/** Whether `sourceSystem` has a value `key` that a condition can ask for. */
export type KnowsValue = (sourceSystem: string, key: string) => boolean;

/** What `parseSynergy` makes of a row: a synergy, or a sentence that says what is wrong with it. */
export type ParsedSynergy =
  | { readonly synergy: Synergy; readonly complaint?: undefined }
  | { readonly synergy?: undefined; readonly complaint: string };

type Members =
  { readonly members: readonly JsonMember[]; readonly problem?: undefined } | { readonly problem: string };

function readMembers(text: string): Members {
  if (text === "") return { problem: "it is empty" };
  const json = readJson(text);
  if (json.problem !== undefined) return { problem: json.problem };
  if (json.value.kind !== "object")
    return { problem: `it must be an object in braces, not ${json.value.kind}` };
  return { members: json.value.members };
}

/** Fills `conditions`; says what is wrong, or nothing. */
function readConditions(row: SynergyRow, knows: KnowsValue, conditions: Condition[]): string | undefined {
  const json = readMembers(row.source_condition);
  if (json.problem !== undefined) return json.problem;
  for (const member of json.members) {
    if (!knows(row.source_system, member.key)) {
      return `'${row.source_system}' has no value '${member.key}' to ask for`;
    }
    const condition = readCondition(member);
    if (condition.problem !== undefined) return condition.problem;
    conditions.push(condition.read);
  }
  return undefined;
}

function kindNames(): string {
  const names: string[] = [];
  for (const kind of EFFECT_KINDS) names.push(`'${kind.name}'`);
  return names.join(" or ");
}

function effectProblem({ key, value }: JsonMember): string | undefined {
  const kind = effectKindOf(key);
  if (kind === undefined) return `'${key}' must have ${kindNames()} in its name to count`;
  if (value.kind !== "number") return `'${key}' must be a number, not ${value.kind}`;
  if (value.number < kind.minimum || value.number > kind.maximum) {
    return `'${key}' must be from ${kind.minimum.toFixed(0)} to ${kind.maximum.toFixed(0)}`;
  }
  return undefined;
}

/** Fills `effects`; says what is wrong, or nothing. */
function readEffects(row: SynergyRow, effects: Effect[]): string | undefined {
  const json = readMembers(row.target_effect);
  if (json.problem !== undefined) return json.problem;
  if (json.members.length === 0) return "there is no effect in it";
  for (const member of json.members) {
    const problem = effectProblem(member);
    if (problem !== undefined) return problem;
    const kind = effectKindOf(member.key);
    if (kind !== undefined && member.value.kind === "number") {
      effects.push({ type: member.key, kind: kind.name, value: member.value.number });
    }
  }
  return undefined;
}

function complaintAbout(row: SynergyRow, column: string, problem: string): ParsedSynergy {
  return { complaint: `synergy ${row.synergy_id.toFixed(0)} '${row.synergy_name}': ${column}: ${problem}` };
}

/**
 * Judges and reads a row, whether it is enabled or not. Stricter than the document, whose manager passes over an
 * operator or effect that it does not know: a row with a slip of the pen would quietly give its bonus to everyone, or
 * to nobody.
 */
export function parseSynergy(row: SynergyRow, knows: KnowsValue): ParsedSynergy {
  if (row.source_system === "") return complaintAbout(row, "source_system", "it is empty");
  if (row.target_system === "") return complaintAbout(row, "target_system", "it is empty");
  const conditions: Condition[] = [];
  const conditionProblem = readConditions(row, knows, conditions);
  if (conditionProblem !== undefined) return complaintAbout(row, "source_condition", conditionProblem);
  const effects: Effect[] = [];
  const problem = readEffects(row, effects);
  if (problem !== undefined) return complaintAbout(row, "target_effect", problem);
  return {
    synergy: {
      id: row.synergy_id,
      name: row.synergy_name,
      sourceSystem: row.source_system,
      conditions,
      targetSystem: row.target_system,
      effects,
    },
  };
}
