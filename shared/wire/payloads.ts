import type { MessageKey } from "../catalog/messages";
import type { UnlockType } from "../catalog/unlock-types";

/** The data sets that the realm keeps in step with the addon, each with a revision of its own. */
export const DATA_SETS = ["profile", "currencies", "unlocks"] as const;
export type DataSetName = (typeof DATA_SETS)[number];

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

/** What an addon holds of each data set; revision 0 means nothing. */
export interface Holding {
  readonly epoch: number;
  readonly profile: number;
  readonly currencies: number;
  readonly unlocks: number;
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
  /** The realm's answer to a hello: program version, protocol version. */
  welcome: [version: string, protocol: number];
  /** The start of a client session: program version, protocol version, what the addon holds. */
  hello: [version: string, protocol: number, holding: Holding];
}

/** The arguments must have an entry for each message of the catalog. */
export type MessageArguments<K extends MessageKey> = MessagePayloads[K];
