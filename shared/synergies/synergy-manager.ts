import { calledByDot } from "../language/called-by-dot";
import { textOf } from "../language/text-of";
import { FIELD_INDEX, type ProfileValues, type Stat } from "../catalog/profile-fields";
import type { Complaint } from "../language/complaint";
import { typeName } from "../language/type-name";
import { checkGuid } from "../profile/check-arguments";
import { type Breakdown, type BreakdownStep, toBreakdown } from "./breakdown";
import { holds } from "./condition";
import { ConditionValues, type ValueReader, type ValueSource } from "./condition-values";
import { parseSynergy, type SynergyRow } from "./parse-synergy";
import { type SynergyCaps, withinCap } from "./synergy-caps";
import { type Group, type Rule, SynergyIndex } from "./synergy-index";

/** What the manager needs of its host. */
export interface SynergyHost {
  /** The values of the player's profile, booleans as 0 and 1; undefined for a player who has none. */
  readonly fieldsOf: (this: void, guid: number) => Readonly<ProfileValues> | undefined;
  /** Called with a sentence for the log when a registered reader fails. */
  readonly report: (this: void, problem: string) => void;
}

/** A row that counts for nothing, and why. */
export interface SynergyComplaint {
  readonly id: number;
  readonly reason: string;
}

/** What some enabled synergy acts on. */
export interface SynergyTarget {
  readonly system: string;
  readonly effectType: string;
}

type Fields = Readonly<ProfileValues>;

/** What is wrong with a question for a bonus. */
function checkTarget(guid: number, targetSystem: unknown, effectType: unknown): Complaint {
  if (checkGuid(guid) !== undefined) return "needs the low GUID of a player";
  if (typeof targetSystem !== "string")
    return `needs the target system's name, not ${typeName(targetSystem)}`;
  return typeof effectType === "string" ? undefined : `needs the effect type, not ${typeName(effectType)}`;
}

function inRowOrder(rows: readonly SynergyRow[]): SynergyRow[] {
  return rows.slice().sort((left, right) => left.synergy_id - right.synergy_id);
}

function step(total: number, { kind, value }: Rule): number {
  return kind === "percent" ? total + value / 100 : total * value;
}

/** Lets what `groups` come to for the player be worked out anew. */
function forget(guid: number, groups: readonly Group[] | undefined): void {
  if (groups === undefined) return;
  for (const group of groups) group.known[guid] = undefined;
}

/**
 * The document's SynergyManager. A bonus is worked out once for each player and then only looked up until something
 * that it reads changes, which the host says with `Invalidate`, and a script with `InvalidateValue`.
 */
export class SynergyManager {
  private readonly values = new ConditionValues();
  private index = new SynergyIndex(this.values);
  private caps: SynergyCaps = {};
  private rows: readonly SynergyRow[] = [];
  private complaints: SynergyComplaint[] = [];
  private loads = 0;

  constructor(private readonly host: SynergyHost) {}

  /**
   * Takes `rows` in place of all earlier ones. Disabled rows are passed over; those with something wrong are, too, and
   * are returned with the reason.
   */
  Load(rows: readonly SynergyRow[], caps: SynergyCaps = {}): SynergyComplaint[] {
    this.rows = inRowOrder(rows);
    this.caps = caps;
    this.index = new SynergyIndex(this.values);
    this.complaints = [];
    this.loads++;
    for (const row of this.rows) if (row.enabled) this.add(row);
    return this.complaints;
  }

  /** What is wrong with the rows as they count now: a value that is registered later can make one right. */
  currentComplaints(): readonly SynergyComplaint[] {
    return this.complaints;
  }

  /** How often the rows have been read, by `Load` or for a value that was registered. */
  loadCount(): number {
    return this.loads;
  }

  /**
   * Makes `reader` tell the value `key` of `system` to conditions; rows that asked for it in vain begin to count. The
   * value is read again only after `InvalidateValue`.
   */
  RegisterValue(system: string, key: string, reader: ValueReader): void {
    const complaint = calledByDot(this, "Synergy:RegisterValue") ?? this.values.check(system, key, reader);
    if (complaint !== undefined) error(`SynergyManager: RegisterValue: ${complaint}`, 2);
    this.values.register(system, key, reader);
    if (this.complaints.length > 0) this.Load(this.rows, this.caps);
    else for (const group of this.index.all()) group.known = {};
  }

  /** What to multiply by: 1 without any synergy, never below 0. A player without a profile gets 1. */
  GetBonusMultiplier(guid: number, targetSystem: string, effectType: string): number {
    // Not a method of the index: a call would cost as much as all of the look-up.
    const group = this.index.groups[targetSystem]?.[effectType];
    const known = group && group.known[guid];
    if (known !== undefined) return known;
    const complaint = checkTarget(guid, targetSystem, effectType);
    if (complaint !== undefined) error(`SynergyManager: GetBonusMultiplier ${complaint}`, 2);
    const fields = group && this.host.fieldsOf(guid);
    if (group === undefined || fields === undefined) return 1;
    const multiplier = this.evaluate(guid, fields, group);
    group.known[guid] = multiplier;
    return multiplier;
  }

  /** How the bonus comes about, for admins; worked out anew at each call. */
  GetBreakdown(guid: number, targetSystem: string, effectType: string): Breakdown {
    const complaint = checkTarget(guid, targetSystem, effectType);
    if (complaint !== undefined) error(`SynergyManager: GetBreakdown ${complaint}`, 2);
    const steps: BreakdownStep[] = [];
    const group = this.index.groups[targetSystem]?.[effectType];
    const fields = group && this.host.fieldsOf(guid);
    if (group === undefined || fields === undefined) return toBreakdown(steps, 1);
    let total = 1;
    for (const rule of group.rules) {
      if (this.applies(guid, fields, rule)) {
        total = step(total, rule);
        steps.push({ id: rule.id, name: rule.name, kind: rule.kind, value: rule.value, total });
      }
    }
    return toBreakdown(steps, this.capped(group, total));
  }

  /** Everything that an enabled synergy acts on, in the order of the rows. */
  List(): SynergyTarget[] {
    const targets: SynergyTarget[] = [];
    for (const { system, effectType } of this.index.all()) targets.push({ system, effectType });
    return targets;
  }

  /** The host calls it when a profile field of the player has changed. */
  Invalidate(guid: number, stat: Stat): void {
    forget(guid, this.index.readingStat(stat));
  }

  /** A script calls it when a value that it has registered has changed for the player. */
  InvalidateValue(guid: number, system: string, key: string): void {
    const complaint = calledByDot(this, "Synergy:InvalidateValue");
    if (complaint !== undefined) error(`SynergyManager: ${complaint}`, 2);
    if (checkGuid(guid) !== undefined)
      error("SynergyManager: InvalidateValue needs the low GUID of a player", 2);
    if (!this.values.isRegistered(system, key))
      error(
        `SynergyManager: InvalidateValue: nobody has registered '${textOf(key)}' of '${textOf(system)}'`,
        2,
      );
    forget(guid, this.index.readingValue(system, key));
  }

  /** The host calls it when the player has gone, or all of the profile is another. */
  Forget(guid: number): void {
    forget(guid, this.index.all());
  }

  private add(row: SynergyRow): void {
    const { synergy, complaint } = parseSynergy(
      row,
      (system, key) => this.values.find(system, key) !== undefined,
    );
    if (synergy === undefined) this.complaints.push({ id: row.synergy_id, reason: complaint });
    else this.index.add(synergy);
  }

  private evaluate(guid: number, fields: Fields, group: Group): number {
    let total = 1;
    for (const rule of group.rules) {
      if (this.applies(guid, fields, rule)) total = step(total, rule);
    }
    return this.capped(group, total);
  }

  private capped(group: Group, total: number): number {
    return withinCap(total, this.caps[group.system]?.[group.effectType]);
  }

  private applies(guid: number, fields: Fields, rule: Rule): boolean {
    for (const { condition, source } of rule.terms) {
      const value = this.read(guid, fields, source);
      if (value === undefined || !holds(condition, value)) return false;
    }
    return true;
  }

  /** The player's value, or undefined, which fulfils no condition, when its reader fails. */
  private read(guid: number, fields: Fields, source: ValueSource): number | undefined {
    if (source.kind === "stat") return fields[FIELD_INDEX[source.stat]];
    const [succeeded, answer] = pcall(source.read, guid);
    if (succeeded && typeof answer === "number") return answer;
    if (succeeded && typeof answer === "boolean") return answer ? 1 : 0;
    // Once: what is wrong with a reader comes with every player, and may name each.
    if (this.values.noteFailure(source)) {
      const reason = succeeded ? `answered with ${textOf(answer)}, not with a number` : textOf(answer);
      this.host.report(
        `SynergyManager: the reader of '${source.key}' of '${source.system}' failed: ${reason}`,
      );
    }
    return undefined;
  }
}
