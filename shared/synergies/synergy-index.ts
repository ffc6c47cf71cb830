import type { EffectKindName } from "../catalog/effect-kinds";
import type { Stat } from "../catalog/profile-fields";
import type { Condition } from "./condition";
import type { ConditionValues, ValueSource } from "./condition-values";
import type { Synergy } from "./parse-synergy";

/** A condition together with where its value comes from. */
export interface Term {
  readonly condition: Condition;
  readonly source: ValueSource;
}

/** One effect of one synergy. */
export interface Rule {
  readonly id: number;
  readonly name: string;
  readonly terms: readonly Term[];
  readonly kind: EffectKindName;
  readonly value: number;
}

/** Everything that counts for one effect type of one target system, in the order of the rows. */
export interface Group {
  readonly system: string;
  readonly effectType: string;
  readonly rules: Rule[];
  /** What they come to for a player, by guid, as far as that has been worked out since something changed. */
  known: Record<number, number | undefined>;
}

function listFor<T>(lists: Record<string, T[]>, name: string): T[] {
  let list = lists[name];
  if (list === undefined) {
    list = [];
    lists[name] = list;
  }
  return list;
}

function addOnce(groups: Group[], added: Group): void {
  for (const group of groups) {
    if (group === added) return;
  }
  groups.push(added);
}

/** The synergies by what they act on, and by what they read. */
export class SynergyIndex {
  /** By target system and effect type. */
  readonly groups: Record<string, Record<string, Group>> = {};
  /** The same, in the order of the rows that were first to name them. */
  private readonly inOrder: Group[] = [];
  private readonly readersOfStat: Record<string, Group[]> = {};
  private readonly readersOfValue: Record<string, Record<string, Group[]>> = {};

  constructor(private readonly values: ConditionValues) {}

  /** Adds a synergy behind those that are there. */
  add(synergy: Synergy): void {
    const terms: Term[] = [];
    for (const condition of synergy.conditions) {
      const source = this.values.find(synergy.sourceSystem, condition.key);
      if (source === undefined) error(`'${synergy.sourceSystem}' has no value '${condition.key}'`);
      terms.push({ condition, source });
    }
    for (const { type, kind, value } of synergy.effects) {
      const group = this.groupFor(synergy.targetSystem, type);
      group.rules.push({ id: synergy.id, name: synergy.name, terms, kind, value });
      for (const { source } of terms) this.noteReader(source, group);
    }
  }

  all(): readonly Group[] {
    return this.inOrder;
  }

  /** The groups that `stat` has a say in; undefined if there is none. */
  readingStat(stat: Stat): readonly Group[] | undefined {
    return this.readersOfStat[stat];
  }

  /** The groups that the registered value `key` of `system` has a say in. */
  readingValue(system: string, key: string): readonly Group[] | undefined {
    return this.readersOfValue[system]?.[key];
  }

  private groupFor(system: string, effectType: string): Group {
    const ofSystem = (this.groups[system] ??= {});
    let group = ofSystem[effectType];
    if (group === undefined) {
      group = { system, effectType, rules: [], known: {} };
      ofSystem[effectType] = group;
      this.inOrder.push(group);
    }
    return group;
  }

  private noteReader(source: ValueSource, group: Group): void {
    const readers =
      source.kind === "stat"
        ? listFor(this.readersOfStat, source.stat)
        : listFor((this.readersOfValue[source.system] ??= {}), source.key);
    addOnce(readers, group);
  }
}
