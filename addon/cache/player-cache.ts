import { addonKeyOf, PROFILE_FIELDS, wireKeyOf } from "../../shared/catalog/profile-fields";
import { UNLOCK_TYPES, type UnlockType } from "../../shared/catalog/unlock-types";
import type { CurrencyInfo, DataSetName, WeeklyAmount } from "../../shared/wire/payloads";
import type { PlayerData } from "./player-data";

type Fields = Record<string, number | boolean | undefined>;

/**
 * The player's data as last heard. The tables live as long as the addon, so whoever holds one sees it change. What is
 * given to the methods has been checked.
 */
export class PlayerCache {
  readonly data: PlayerData = { currencies: {}, unlocks: {}, weekly: {}, currencyInfo: {} };

  /** Forgets a data set before the whole of it is taken in. */
  clear(set: DataSetName): void {
    if (set !== "profile") {
      wipe(this.data[set]);
      return;
    }
    const fields = this.fields();
    for (const field of PROFILE_FIELDS) fields[addonKeyOf(field)] = undefined;
  }

  /** Takes in the fields that `values`, by wire key, holds. */
  mergeProfile(values: Readonly<Fields>): void {
    const fields = this.fields();
    for (const field of PROFILE_FIELDS) {
      const value = values[wireKeyOf(field)];
      if (value !== undefined) {
        fields[addonKeyOf(field)] = field.type === "boolean" ? value === true || value === 1 : value;
      }
    }
  }

  mergeCurrencies(amounts: Readonly<Record<number, number>>): void {
    for (const [id, amount] of pairs(amounts)) this.data.currencies[id] = amount;
  }

  mergeWeekly(amounts: Readonly<Record<number, WeeklyAmount>>): void {
    for (const [id, { earned, cap }] of pairs(amounts)) this.data.weekly[id] = { earned, cap };
  }

  mergeCurrencyInfo(infos: Readonly<Record<number, CurrencyInfo>>): void {
    for (const [id, { name, icon }] of pairs(infos)) this.data.currencyInfo[id] = { name, icon };
  }

  mergeUnlocks(lists: Readonly<Partial<Record<UnlockType, readonly number[]>>>): void {
    for (const { name } of UNLOCK_TYPES) {
      const ids = lists[name] ?? [];
      for (const id of ids) this.addUnlock(name, id);
    }
  }

  addUnlock(type: UnlockType, id: number): void {
    const ids = this.data.unlocks[type] ?? {};
    ids[id] = true;
    this.data.unlocks[type] = ids;
  }

  hasUnlock(type: UnlockType, id: number): boolean {
    return this.data.unlocks[type]?.[id] === true;
  }

  /** Whether anything of the data set is known. */
  holdsAny(set: DataSetName): boolean {
    if (set !== "profile") return next(this.data[set])[0] !== undefined;
    const fields = this.fields();
    for (const field of PROFILE_FIELDS) {
      if (fields[addonKeyOf(field)] !== undefined) return true;
    }
    return false;
  }

  /** The profile part under keys that are worked out at run time. */
  private fields(): Fields {
    return this.data as unknown as Fields;
  }
}
