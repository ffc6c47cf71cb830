import type { UnlockType } from "../catalog/unlock-types";

/** The data sets that the realm keeps in step with the addon, each with a revision of its own. */
export const DATA_SETS = ["profile", "currencies", "unlocks", "weekly", "currencyInfo"] as const;
export type DataSetName = (typeof DATA_SETS)[number];

/**
 * The data sets that addons of the first versions do not know. Such an addon leaves them out of its hello, and must not be sent
 * them: AIO shows the player an error for a message without a handler.
 */
export const LATER_DATA_SETS: Readonly<Partial<Record<DataSetName, true>>> = {
  weekly: true,
  currencyInfo: true,
};

/**
 * Goes with the data of every update. Revisions count within an epoch: the realm takes a new epoch whenever it starts
 * counting anew (a login, a script reload).
 */
export interface Stamp {
  readonly epoch: number;
  /** The revision that the data set has after this update. */
  readonly revision: number;
  /** The revision that this update builds on; 0 means that the data is the whole set. */
  readonly base: number;
}

/** What an addon holds of each data set; revision 0 means nothing, and undefined that the addon does not know the set. */
export interface Holding {
  readonly epoch: number;
  readonly profile: number;
  readonly currencies: number;
  readonly unlocks: number;
  readonly weekly?: number | undefined;
  readonly currencyInfo?: number | undefined;
}

/** What an addon of this version holds before anything has arrived. */
export function holdingNothing(): Record<"epoch" | DataSetName, number> {
  return { epoch: 0, profile: 0, currencies: 0, unlocks: 0, weekly: 0, currencyInfo: 0 };
}

/** One currency that has a weekly cap. */
export interface WeeklyAmount {
  /** What the player has earned since the weekly reset; more than `cap` where the cap came later. */
  readonly earned: number;
  /** What a player can earn from one weekly reset to the next, at least 1. */
  readonly cap: number;
}

/** How a currency is shown. */
export interface CurrencyInfo {
  readonly name: string;
  /** Texture path; empty where the realm has none. */
  readonly icon: string;
}

export interface UnlockNotice {
  readonly type: UnlockType;
  readonly id: number;
  readonly name: string;
  readonly icon: string;
  readonly source: string;
}

/** The arguments of each message, in order. */
export interface MessagePayloads {
  /** Wire key of the profile field to its value. */
  profileUpdate: [data: Record<string, number | boolean>, stamp: Stamp];
  /** Currency id to amount. */
  currencyUpdate: [data: Record<number, number>, stamp: Stamp];
  unlockGained: [notice: UnlockNotice, stamp: Stamp];
  /** The ids of every type that the player has any of. */
  unlockList: [ids: Partial<Record<UnlockType, number[]>>, stamp: Stamp];
  /** By currency id. */
  weeklyUpdate: [data: Record<number, WeeklyAmount>, stamp: Stamp];
  /** By currency id; the same for every player. */
  currencyInfo: [data: Record<number, CurrencyInfo>, stamp: Stamp];
  /** The realm's answer to a hello: program version, protocol version. */
  welcome: [version: string, protocol: number];
  /** The start of a client session: program version, protocol version, what the addon holds. */
  hello: [version: string, protocol: number, holding: Holding];
}
