import type { Complaint } from "../../shared/language/complaint";
import { NUMBER_TYPES } from "../../shared/catalog/number-types";
import { PROFILE_FIELDS, type ProfileField } from "../../shared/catalog/profile-fields";
import { findUnlockType, UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import type { CurrencyInfo, WeeklyAmount } from "../../shared/wire/payloads";

const LARGEST_ID = NUMBER_TYPES.u32.maximum;

/** True of 0, 1, 2, ... up to `maximum`; not of NaN, infinity or text. */
export function isWholeNumber(value: unknown, maximum: number): value is number {
  return typeof value === "number" && value >= 0 && value <= maximum && value % 1 === 0;
}

/** True of a table that may be indexed with anything. */
export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object";
}

/** Whether `value` can stand in `field`; a boolean may come as 0 or 1. */
export function suits(field: ProfileField, value: unknown): value is number | boolean {
  if (field.type === "boolean" && typeof value === "boolean") return true;
  return isWholeNumber(value, NUMBER_TYPES[field.type].maximum);
}

/**
 * What is wrong with a profile whose keys `keyOf` names. Keys that are in no field are passed over: a newer realm
 * may send more than this addon knows.
 */
export function checkProfile(data: unknown, keyOf: (this: void, field: ProfileField) => string): Complaint {
  if (!isTable(data)) return `a profile must be a table, not ${type(data)}`;
  for (const field of PROFILE_FIELDS) {
    const value = data[keyOf(field)];
    if (value !== undefined && !suits(field, value)) {
      return `${keyOf(field)} = ${tostring(value)} is not a ${field.type}`;
    }
  }
  return undefined;
}

/** What is wrong with amounts by currency id. */
export function checkCurrencies(data: unknown): Complaint {
  if (!isTable(data)) return `currencies must be a table, not ${type(data)}`;
  for (const [id, amount] of pairs(data)) {
    if (!isWholeNumber(id, LARGEST_ID)) return `${tostring(id)} is not a currency id`;
    if (!isWholeNumber(amount, NUMBER_TYPES.u64.maximum)) return `${tostring(amount)} is not an amount`;
  }
  return undefined;
}

/** Whether `value` says what was earned and what the cap is, which is never 0. */
export function isWeeklyAmount(value: unknown): value is WeeklyAmount {
  if (!isTable(value)) return false;
  const { earned, cap } = value;
  const most = NUMBER_TYPES.u64.maximum;
  return isWholeNumber(earned, most) && isWholeNumber(cap, most) && cap > 0;
}

/** What is wrong with what was earned under the weekly caps, by currency id. */
export function checkWeekly(data: unknown): Complaint {
  if (!isTable(data)) return `weekly must be a table, not ${type(data)}`;
  for (const [id, amount] of pairs(data)) {
    if (!isWholeNumber(id, LARGEST_ID)) return `${tostring(id)} is not a currency id`;
    if (!isWeeklyAmount(amount)) return `weekly[${tostring(id)}] needs earned and cap, whole numbers`;
  }
  return undefined;
}

/** Whether `value` says how a currency is shown. */
export function isCurrencyInfo(value: unknown): value is CurrencyInfo {
  return isTable(value) && typeof value.name === "string" && typeof value.icon === "string";
}

/** What is wrong with the names and icons of currencies, by currency id. */
export function checkCurrencyInfo(data: unknown): Complaint {
  if (!isTable(data)) return `currencyInfo must be a table, not ${type(data)}`;
  for (const [id, info] of pairs(data)) {
    if (!isWholeNumber(id, LARGEST_ID)) return `${tostring(id)} is not a currency id`;
    if (!isCurrencyInfo(info)) return `currencyInfo[${tostring(id)}] needs name and icon, texts`;
  }
  return undefined;
}

/** What is wrong with lists of unlock ids by type. Types that this addon does not know are passed over. */
export function checkUnlockLists(data: unknown): Complaint {
  if (!isTable(data)) return `unlocks must be a table, not ${type(data)}`;
  for (const { name } of UNLOCK_TYPES) {
    const ids = data[name];
    if (ids !== undefined) {
      if (!isTable(ids)) return `${name} must be a list of ids, not ${type(ids)}`;
      for (const [, id] of pairs(ids)) {
        if (!isWholeNumber(id, LARGEST_ID)) return `${tostring(id)} is not an unlock id`;
      }
    }
  }
  return undefined;
}

/**
 * What is wrong with an unlock notice. The document's notice has `icon`, `name` and `source` alone, so type and id may
 * be absent, but not one without the other; without them nothing is remembered, only shown.
 */
export function checkNotice(notice: unknown): Complaint {
  if (!isTable(notice)) return `a notice must be a table, not ${type(notice)}`;
  if (typeof notice.name !== "string") return "name must be a string";
  if (typeof notice.source !== "string") return "source must be a string";
  if (notice.icon !== undefined && typeof notice.icon !== "string") return "icon must be a string";
  if (notice.type === undefined && notice.id === undefined) return undefined;
  if (typeof notice.type !== "string" || findUnlockType(notice.type) === undefined) {
    return `${tostring(notice.type)} is not an unlock type`;
  }
  if (!isWholeNumber(notice.id, LARGEST_ID)) return `${tostring(notice.id)} is not an unlock id`;
  return undefined;
}
