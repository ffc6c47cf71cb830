import type { Operation } from "../../../shared/profile/operation";

/** Whose operation it is. The account may become known only after it. */
export interface JournalPlayer {
  readonly guid: number;
  /** 0 while it is not known. */
  readonly accountId: number;
}

/** An operation on its way to the tables. Four names and no more for most: Lua doubles a table for the fifth. */
export interface JournalEntry {
  readonly player: JournalPlayer;
  operation: Operation;
  /** Unix seconds. */
  readonly happenedAt: number;
  /** Number of the player's operation before this one, 0 if there is none. Set when the entry gets its own number. */
  previous: number;
  /** Names the request that asked for it, if that may be repeated. */
  readonly requestId?: string;
}
