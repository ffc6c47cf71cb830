import { type FieldIndex, PROFILE_FIELDS } from "../../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../../shared/catalog/unlock-types";
import { emptyPlayerState, type PlayerState } from "../../../shared/profile/player-state";
import { numberOf } from "./number-of";

/** What was earned of a currency with a weekly cap since the weekly reset. */
export interface WeeklyEarning {
  readonly cap: number;
  earned: number;
}

/** A player as the world state shows it to the maps'. Of a wallet there is the balance only, of unlocks no source. */
export interface SharedProfile {
  /** Number of the last change by a map that `state` includes. */
  readonly taken: number;
  readonly accountId: number;
  readonly state: PlayerState;
  /** By currency id. */
  readonly week: Record<number, WeeklyEarning | undefined>;
}

/** taken | account | fields in the catalog's order | balances | unlocks | weekly earnings */
const FORM = "^(%d+)|(%d+)|([%d,]*)|([%d=,]*)|([%w_:,;]*)|([%d=/,]*)$";

function fieldsText(state: PlayerState): string {
  const values: string[] = [];
  for (const value of state.fields) values.push(value.toFixed(0));
  return table.concat(values, ",");
}

function balancesText(state: PlayerState): string {
  const parts: string[] = [];
  for (const [id, amount] of pairs(state.balances)) parts.push(`${id.toFixed(0)}=${amount.toFixed(0)}`);
  return table.concat(parts, ",");
}

function unlocksText(state: PlayerState): string {
  const parts: string[] = [];
  for (const { name } of UNLOCK_TYPES) {
    const ids: string[] = [];
    for (const [id] of pairs(state.unlocks[name] ?? {})) ids.push(id.toFixed(0));
    if (ids.length > 0) parts.push(`${name}:${table.concat(ids, ",")}`);
  }
  return table.concat(parts, ";");
}

function weekText(week: SharedProfile["week"]): string {
  const parts: string[] = [];
  for (const [id, { earned, cap }] of pairs(week as Record<number, WeeklyEarning>)) {
    parts.push(`${id.toFixed(0)}=${earned.toFixed(0)}/${cap.toFixed(0)}`);
  }
  return table.concat(parts, ",");
}

export function encodeProfile({ taken, accountId, state, week }: SharedProfile): string {
  const parts = [fieldsText(state), balancesText(state), unlocksText(state), weekText(week)];
  return `${taken.toFixed(0)}|${accountId.toFixed(0)}|${table.concat(parts, "|")}`;
}

function readFields(state: PlayerState, text: string): boolean {
  const values: number[] = [];
  for (const [digits] of string.gmatch(text, "%d+")) values.push(numberOf(digits));
  if (values.length !== PROFILE_FIELDS.length) return false;
  for (let index = 0; index < PROFILE_FIELDS.length; index++) {
    state.fields[index as FieldIndex] = values[index] ?? 0;
  }
  return true;
}

function readUnlocks(state: PlayerState, text: string): void {
  for (const { name } of UNLOCK_TYPES) {
    const [ids] = string.match(`;${text};`, `;${name}:([%d,]+);`);
    if (ids !== undefined) {
      const owned: Record<number, string> = {};
      for (const [id] of string.gmatch(ids, "%d+")) owned[numberOf(id)] = "";
      state.unlocks[name] = owned;
    }
  }
}

/** Undefined for what another version of the script has written, and for an empty string. */
export function decodeProfile(text: string): SharedProfile | undefined {
  const [taken, account, fields, balances, unlocks, earnings] = string.match(text, FORM);
  if (taken === undefined || fields === undefined || unlocks === undefined) return undefined;
  const state = emptyPlayerState();
  if (!readFields(state, fields)) return undefined;
  for (const [id, amount] of string.gmatch(balances ?? "", "(%d+)=(%d+)")) {
    state.balances[numberOf(id)] = numberOf(amount);
  }
  readUnlocks(state, unlocks);
  const week: Record<number, WeeklyEarning | undefined> = {};
  for (const [id, earned, cap] of string.gmatch(earnings ?? "", "(%d+)=(%d+)/(%d+)")) {
    week[numberOf(id)] = { earned: numberOf(earned), cap: numberOf(cap) };
  }
  return { taken: numberOf(taken), accountId: numberOf(account), state, week };
}

/** What is left of a profile that is not shown any more: the number. `decodeProfile` takes it for no profile. */
export function withdrawnText(taken: number): string {
  return `${taken.toFixed(0)}|`;
}

/** The number of the last change that a published text includes; 0 for an empty one. */
export function takenIn(text: string): number {
  const [digits] = string.match(text, "^%d+");
  return numberOf(digits);
}
