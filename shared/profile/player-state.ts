import { PROFILE_FIELDS, type Stat } from "../catalog/profile-fields";
import type { UnlockType } from "../catalog/unlock-types";

/** One currency of one player. Amounts are whole and at most 2^53 - 1. */
export interface Wallet {
  amount: number;
  earned: number;
  spent: number;
}

/** All that the tables hold of one player, with booleans as 0 and 1 and times as Unix seconds. */
export interface PlayerState {
  fields: Record<Stat, number>;
  /** By currency id. */
  currencies: Record<number, Wallet>;
  /** The source system of each unlock, by type and id. */
  unlocks: Partial<Record<UnlockType, Record<number, string>>>;
}

/** The state of a player of whom the tables hold nothing. */
export function emptyPlayerState(): PlayerState {
  const fields: Partial<Record<Stat, number>> = {};
  for (const field of PROFILE_FIELDS) fields[field.column] = 0;
  return { fields: fields as Record<Stat, number>, currencies: {}, unlocks: {} };
}

/** The wallet of `currencyId`, made empty if the player had none. */
export function walletOf(state: PlayerState, currencyId: number): Wallet {
  let wallet = state.currencies[currencyId];
  if (wallet === undefined) {
    wallet = { amount: 0, earned: 0, spent: 0 };
    state.currencies[currencyId] = wallet;
  }
  return wallet;
}
