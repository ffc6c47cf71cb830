import { MAXIMUM_AMOUNT, NUMBER_TYPES } from "../../shared/catalog/number-types";
import { addonKeyOf, PROFILE_FIELDS, wireKeyOf } from "../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import { DATA_SETS, type DataSetName, type Holding, holdingNothing } from "../../shared/wire/payloads";
import { isCurrencyInfo, isTable, isWeeklyAmount, isWholeNumber, suits } from "./check-values";
import type { PlayerCache } from "./player-cache";
import type { PlayerData } from "./player-data";
import { readSettings, type Settings } from "./settings";

/** The saved variable `DCIntegrationDB`, one for each character. */
export interface SavedData {
  settings: Settings;
  /** What `playerData` is worth to the realm, so that a reload fetches what changed instead of everything. */
  held: Holding;
  playerData: PlayerData;
}

/**
 * The client writes saved numbers with 14 digits, so a larger one comes back changed: it is shown until the realm has
 * sent it anew, but not claimed as held.
 */
const LARGEST_EXACT = 1e14;

/** Whether each data set came back whole and may be claimed as held. */
type Intact = Record<DataSetName, boolean>;

function isExact(value: unknown): boolean {
  return typeof value !== "number" || value < LARGEST_EXACT;
}

function restoreProfile(cache: PlayerCache, saved: Record<string, unknown>): boolean {
  let intact = true;
  for (const field of PROFILE_FIELDS) {
    const value = saved[addonKeyOf(field)];
    if (suits(field, value)) cache.mergeProfile({ [wireKeyOf(field)]: value });
    if (!suits(field, value) || !isExact(value)) intact = intact && value === undefined;
  }
  return intact;
}

function restoreCurrencies(cache: PlayerCache, saved: unknown): boolean {
  if (!isTable(saved)) return false;
  let intact = true;
  for (const [id, amount] of pairs(saved)) {
    const usable = isWholeNumber(id, NUMBER_TYPES.u32.maximum) && isWholeNumber(amount, MAXIMUM_AMOUNT);
    if (usable) cache.mergeCurrencies({ [id]: amount });
    intact = intact && usable && isExact(amount);
  }
  return intact;
}

function restoreUnlocks(cache: PlayerCache, saved: unknown): boolean {
  if (!isTable(saved)) return false;
  let intact = true;
  for (const { name } of UNLOCK_TYPES) {
    const ids = saved[name];
    if (isTable(ids)) {
      for (const [id, held] of pairs(ids)) {
        const usable = isWholeNumber(id, NUMBER_TYPES.u32.maximum) && held === true;
        if (usable) cache.addUnlock(name, id);
        intact = intact && usable;
      }
    } else intact = intact && ids === undefined;
  }
  return intact;
}

function restoreWeekly(cache: PlayerCache, saved: unknown): boolean {
  if (!isTable(saved)) return false;
  let intact = true;
  for (const [id, amount] of pairs(saved)) {
    const usable = isWholeNumber(id, NUMBER_TYPES.u32.maximum) && isWeeklyAmount(amount);
    if (usable) cache.mergeWeekly({ [id]: amount });
    intact = intact && usable && isExact(amount.earned) && isExact(amount.cap);
  }
  return intact;
}

function restoreCurrencyInfo(cache: PlayerCache, saved: unknown): boolean {
  if (!isTable(saved)) return false;
  let intact = true;
  for (const [id, info] of pairs(saved)) {
    const usable = isWholeNumber(id, NUMBER_TYPES.u32.maximum) && isCurrencyInfo(info);
    if (usable) cache.mergeCurrencyInfo({ [id]: info });
    intact = intact && usable;
  }
  return intact;
}

function restorePlayerData(cache: PlayerCache, saved: unknown): Intact {
  if (!isTable(saved)) {
    return { profile: false, currencies: false, unlocks: false, weekly: false, currencyInfo: false };
  }
  return {
    profile: restoreProfile(cache, saved),
    currencies: restoreCurrencies(cache, saved.currencies),
    unlocks: restoreUnlocks(cache, saved.unlocks),
    weekly: restoreWeekly(cache, saved.weekly),
    currencyInfo: restoreCurrencyInfo(cache, saved.currencyInfo),
  };
}

function readHeld(saved: unknown, intact: Intact): Holding {
  const held = holdingNothing();
  if (!isTable(saved) || !isWholeNumber(saved.epoch, MAXIMUM_AMOUNT)) return held;
  held.epoch = saved.epoch;
  for (const set of DATA_SETS) {
    const revision = saved[set];
    if (intact[set] && isWholeNumber(revision, NUMBER_TYPES.u32.maximum)) held[set] = revision;
  }
  return held;
}

/** Takes what is usable of `saved`, whatever it is, into `cache`, and gives the saved variable's new content. */
export function restore(saved: unknown, cache: PlayerCache): SavedData {
  const values = isTable(saved) ? saved : {};
  const intact = restorePlayerData(cache, values.playerData);
  return {
    settings: readSettings(values.settings),
    held: readHeld(values.held, intact),
    playerData: cache.data,
  };
}
