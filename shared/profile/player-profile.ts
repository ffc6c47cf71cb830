import type { UnlockType } from "../catalog/unlock-types";

/** What the integrations need of `PlayerProfileManager`, so that they run wherever there is one. */
export interface PlayerProfileAccess {
  /** Adds `amount`, which may be negative, to a stat; it ends at the range of the column. */
  IncrementStat(guid: number, stat: string, amount?: number, source?: string): void;
  SetStat(guid: number, stat: string, value: number, source?: string): void;
  GetStat(guid: number, stat: string): number;
  /** False and a reason where balance or weekly cap leave too little room. */
  AddCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    source: string,
  ): LuaMultiReturn<[boolean, string?]>;
  /** False and a reason when there is too little. */
  SpendCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    reason: string,
  ): LuaMultiReturn<[boolean, string?]>;
  GetCurrency(guid: number, currencyId: number): number;
  GrantUnlock(guid: number, type: UnlockType, unlockId: number, source: string): boolean;
}
