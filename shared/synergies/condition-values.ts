import type { Complaint } from "../language/complaint";
import { CONDITION_VALUES } from "../catalog/condition-values";
import { PROFILE_FIELDS, type Stat } from "../catalog/profile-fields";

/** Tells a value of another script's system about a player. A boolean counts as 1 or 0. */
export type ValueReader = (guid: number) => number | boolean;

interface RegisteredValue {
  readonly kind: "reader";
  readonly system: string;
  readonly key: string;
  /** Changes when the value is registered anew, also for those who hold this. */
  read: ValueReader;
  /** Whether it has failed since it was registered. */
  failed: boolean;
}

/** A value that another script's system has registered. */
export type ScriptValue = Readonly<RegisteredValue>;

/** Where a condition's value comes from: the profile, or a system that has registered it. */
export type ValueSource = { readonly kind: "stat"; readonly stat: Stat } | ScriptValue;

/** The column of `dc_player_profile` that `key` of `system` means; undefined if it means none. */
export function statOf(system: string, key: string): Stat | undefined {
  for (const row of CONDITION_VALUES) {
    if (row.system === system && row.key === key) return row.stat;
  }
  for (const field of PROFILE_FIELDS) {
    if (field.column === key) return field.column;
  }
  return undefined;
}

/** The values that conditions can ask for, by source system and key: the document's `GetPlayerValue`. */
export class ConditionValues {
  private readonly registered: RegisteredValue[] = [];

  /** What is wrong with registering `reader` as the value `key` of `system`. */
  check(system: unknown, key: unknown, reader: unknown): Complaint {
    if (typeof system !== "string" || system === "")
      return "the system's name must be a string that is not empty";
    if (typeof key !== "string" || key === "") return "the value's key must be a string that is not empty";
    if (typeof reader !== "function") return "the reader must be a function";
    return statOf(system, key) === undefined ? undefined : `'${key}' of '${system}' is read from the profile`;
  }

  /** Makes `reader` tell the value `key` of `system`; it takes the place of an earlier one. */
  register(system: string, key: string, reader: ValueReader): void {
    const value = this.findRegistered(system, key);
    if (value === undefined) {
      this.registered.push({ kind: "reader", system, key, read: reader, failed: false });
    } else {
      value.read = reader;
      value.failed = false;
    }
  }

  isRegistered(system: string, key: string): boolean {
    return this.findRegistered(system, key) !== undefined;
  }

  /** Notes that the reader of `value` has failed. Returns whether it is the first time. */
  noteFailure({ system, key }: ScriptValue): boolean {
    const value = this.findRegistered(system, key);
    if (value === undefined || value.failed) return false;
    value.failed = true;
    return true;
  }

  find(system: string, key: string): ValueSource | undefined {
    const stat = statOf(system, key);
    return stat === undefined ? this.findRegistered(system, key) : { kind: "stat", stat };
  }

  private findRegistered(system: string, key: string): RegisteredValue | undefined {
    for (const value of this.registered) {
      if (value.system === system && value.key === key) return value;
    }
    return undefined;
  }
}
