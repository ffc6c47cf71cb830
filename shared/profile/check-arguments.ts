import type { Complaint } from "../language/complaint";
import { MAXIMUM_AMOUNT, NUMBER_TYPES } from "../catalog/number-types";
import { findProfileField, PROFILE_FIELDS } from "../catalog/profile-fields";
import { findUnlockType, unknownUnlockType } from "../catalog/unlock-types";
import { nearestName } from "../language/nearest-name";
import { typeName } from "../language/type-name";

/** Longest name of a source system, in bytes: `dc_player_unlocks.source_system` is VARCHAR(50). */
export const MAXIMUM_SOURCE_LENGTH = 50;

function wholeNumber(name: string, value: unknown, minimum: number, maximum: number): Complaint {
  if (typeof value !== "number") return `${name} must be a number, not ${typeName(value)}`;
  if (value !== value || value % 1 !== 0) return `${name} must be a whole number`;
  if (value < minimum || value > maximum) {
    return `${name} must be from ${minimum.toFixed(0)} to ${maximum.toFixed(0)}`;
  }
  return undefined;
}

/**
 * The low GUID of a character: 1 to 2^32 - 1.
 *
 * @param name What the caller calls it.
 */
export function checkGuid(guid: unknown, name = "guid"): Complaint {
  return wholeNumber(name, guid, 1, NUMBER_TYPES.u32.maximum);
}

/** The id of an account: 1 to 2^32 - 1. */
export function checkAccountId(accountId: unknown): Complaint {
  return wholeNumber("accountId", accountId, 1, NUMBER_TYPES.u32.maximum);
}

function unknownStat(stat: string): string {
  const names: string[] = [];
  for (const { column, name } of PROFILE_FIELDS) names.push(column, name);
  const nearest = nearestName(stat, names);
  const hint = nearest === undefined ? "" : ` ('${nearest}'?)`;
  return `there is no stat '${stat}'${hint}; stats are the columns of dc_player_profile`;
}

export function checkStat(stat: unknown): Complaint {
  if (typeof stat !== "string") return `stat must be a string, not ${typeName(stat)}`;
  return findProfileField(stat) === undefined ? unknownStat(stat) : undefined;
}

/** How much a stat changes by: whole, and no further from 0 than 2^53 - 1. */
export function checkDelta(amount: unknown): Complaint {
  return wholeNumber("amount", amount, -MAXIMUM_AMOUNT, MAXIMUM_AMOUNT);
}

/**
 * The value to set a stat to, which its column must be able to hold: a value out of range is refused, not bent.
 *
 * @param name What the caller calls the value.
 */
export function checkValue(stat: string, value: unknown, name = "value"): Complaint {
  const field = findProfileField(stat);
  if (field === undefined) return unknownStat(stat);
  return wholeNumber(name, value, 0, NUMBER_TYPES[field.type].maximum);
}

/** @param name What the caller calls the id. */
export function checkCurrencyId(currencyId: unknown, name = "currencyId"): Complaint {
  return wholeNumber(name, currencyId, 1, NUMBER_TYPES.u32.maximum);
}

/** An amount to earn or spend: 1 to 2^53 - 1. */
export function checkAmount(amount: unknown): Complaint {
  return wholeNumber("amount", amount, 1, MAXIMUM_AMOUNT);
}

export function checkUnlockType(type: unknown): Complaint {
  if (typeof type !== "string") return `type must be a string, not ${typeName(type)}`;
  return findUnlockType(type) === undefined ? unknownUnlockType(type) : undefined;
}

/** @param name What the caller calls the id. */
export function checkUnlock(type: unknown, unlockId: unknown, name = "unlockId"): Complaint {
  return checkUnlockType(type) ?? wholeNumber(name, unlockId, 1, NUMBER_TYPES.u32.maximum);
}

/** A source system's name or a reason for the ledger. Its length is counted in bytes by Lua and in UTF-16 units by Node. */
export function checkSource(name: string, source: unknown): Complaint {
  if (typeof source !== "string") return `${name} must be a string, not ${typeName(source)}`;
  if (source === "") return `${name} must not be empty`;
  return source.length > MAXIMUM_SOURCE_LENGTH
    ? `${name} must be at most ${MAXIMUM_SOURCE_LENGTH} bytes long`
    : undefined;
}

/** Longest name of a request, in bytes. */
export const MAXIMUM_REQUEST_LENGTH = 64;
/** "!" and "~": the first and the last character of ASCII that shows. */
const FIRST_VISIBLE = 0x21;
const LAST_VISIBLE = 0x7e;

/**
 * The name of a request that may come again; undefined for one that has no name. The tables must give it back byte by byte, or a
 * repeated request is not recognised: other characters are replaced there, spaces at the end do not count, and a NUL ends a string.
 *
 * @param name What the caller calls the request's name.
 */
export function checkRequestId(requestId: unknown, name = "requestId"): Complaint {
  if (requestId === undefined) return undefined;
  if (typeof requestId !== "string") return `${name} must be a string, not ${typeName(requestId)}`;
  if (requestId === "" || requestId.length > MAXIMUM_REQUEST_LENGTH) {
    return `${name} must be 1 to ${MAXIMUM_REQUEST_LENGTH} bytes long`;
  }
  for (let index = 0; index < requestId.length; index++) {
    const code = requestId.charCodeAt(index);
    if (code < FIRST_VISIBLE || code > LAST_VISIBLE) {
      return `${name} must be of visible ASCII characters, without spaces`;
    }
  }
  return undefined;
}
