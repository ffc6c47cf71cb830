import { PROFILE_FIELDS, type ProfileValues } from "../catalog/profile-fields";
import type { UnlockType } from "../catalog/unlock-types";

/**
 * All that the tables hold of one player, with booleans as 0 and 1 and times as Unix seconds. A realm holds thousands, so it is
 * laid out by what Lua's tables cost: one list of fields, and one map for each figure of a wallet instead of a table for each wallet.
 */
export interface PlayerState {
  fields: ProfileValues;
  /** What the player has, by currency id. Whole, and at most 2^53 - 1, as the next two. */
  balances: Record<number, number>;
  /** What the player has ever earned, by currency id. */
  earned: Record<number, number>;
  /** What the player has ever spent, by currency id. */
  spent: Record<number, number>;
  /** The source system of each unlock, by type and id. */
  unlocks: Partial<Record<UnlockType, Record<number, string>>>;
}

function noValues(): ProfileValues {
  const values: number[] = [];
  while (values.length < PROFILE_FIELDS.length) values.push(0);
  return values as ProfileValues;
}

const NO_VALUES = noValues();

/** The state of a player of whom the tables hold nothing. */
export function emptyPlayerState(): PlayerState {
  // Spread and not pushed: Lua makes a list that is spread no longer than it has to be.
  return { fields: [...NO_VALUES], balances: {}, earned: {}, spent: {}, unlocks: {} };
}

/** Whether the tables hold nothing of the player, or nothing but zeros in the profile. */
export function isBlank({ fields, balances, earned, spent, unlocks }: PlayerState): boolean {
  for (const value of fields) if (value !== 0) return false;
  for (const part of [balances, earned, spent, unlocks]) if (Object.keys(part).length > 0) return false;
  return true;
}
