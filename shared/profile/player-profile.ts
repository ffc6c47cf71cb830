import type { UnlockType } from "../catalog/unlock-types";

/** What the integrations need of `PlayerProfileManager`, so that they run wherever there is one. */
export interface PlayerProfileAccess {
  /** Adds `amount`, which may be negative, to a stat; it ends at the range of the column. */
  IncrementStat(guid: number, stat: string, amount?: number): void;
  SetStat(guid: number, stat: string, value: number): void;
  GetStat(guid: number, stat: string): number;
  AddCurrency(guid: number, currencyId: number, amount: number, source: string): boolean;
  GrantUnlock(guid: number, type: UnlockType, unlockId: number, source: string): boolean;
}
