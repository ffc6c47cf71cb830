import { emptyPlayerState, type PlayerState } from "../../../shared/profile/player-state";
import type { PlayerSync } from "../gateway/player-sync";

/** What waits until a player's state comes from the tables. */
export interface WaitingAction {
  readonly name: string;
  readonly action: (this: void) => void;
}

/** What the realm keeps of one player in memory. */
export interface PlayerRecord {
  readonly guid: number;
  /** 0 while it is not known. */
  accountId: number;
  state: PlayerState;
  /** Whether `state` comes from the tables; before that it holds only what has happened since. */
  loaded: boolean;
  online: boolean;
  /** Unix seconds of the last use while offline, or of the login. */
  usedAt: number;
  /** Unix seconds of the last read of the tables. */
  readAt: number;
  /** What waits until `state` comes from the tables, in its order. */
  waiting?: WaitingAction[] | undefined;
  readonly sync: PlayerSync;
}

/** Names only what everybody has: Lua makes room for each name, and the ninth would double a record. */
export function newRecord(guid: number, now: number, sync: PlayerSync): PlayerRecord {
  return {
    guid,
    accountId: 0,
    state: emptyPlayerState(),
    loaded: false,
    online: false,
    usedAt: now,
    readAt: now,
    sync,
  };
}
