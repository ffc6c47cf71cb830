import { secondsSince } from "../engine/clock";
import type { PlayerRecord } from "./player-record";

/** How long an offline player is remembered, in seconds: a script that goes through thousands must not fill the memory. */
const OFFLINE_MEMORY = 10;

/** Who is in memory: everybody online, and for a while anybody whom a script asked for. */
export class PlayerRecords {
  /** By guid. Only `PlayerRecords` changes it. */
  readonly byGuid = new LuaTable<number, PlayerRecord>();
  /** The balances of who is online, by guid: the tables of their records, for those who ask at every glance. Only `PlayerRecords` changes it. */
  readonly balances = new LuaTable<number, Record<number, number>>();

  /** The record of `guid` if it is in memory. */
  find(guid: number): PlayerRecord | undefined {
    return this.byGuid.get(guid) as PlayerRecord | undefined;
  }

  add(record: PlayerRecord): void {
    this.byGuid.set(record.guid, record);
  }

  /** The player has come or gone. */
  setOnline(record: PlayerRecord, online: boolean): void {
    record.online = online;
    this.showBalances(record);
  }

  /** Keeps `balances` right, wherever a player comes, goes, or has another table of them. */
  showBalances(record: PlayerRecord): void {
    if (record.online) this.balances.set(record.guid, record.state.balances);
    else this.balances.delete(record.guid);
  }

  /** The guids of everybody online. */
  online(): number[] {
    const guids: number[] = [];
    for (const [guid, record] of this.byGuid) if (record.online) guids.push(guid);
    return guids;
  }

  /** The guids of everybody in memory. */
  guids(): number[] {
    const guids: number[] = [];
    for (const [guid] of this.byGuid) guids.push(guid);
    return guids;
  }

  /** The guids of those whom the tables have not told of yet. */
  unread(): number[] {
    const guids: number[] = [];
    for (const [guid, record] of this.byGuid) if (!record.loaded) guids.push(guid);
    return guids;
  }

  /**
   * Forgets players who are offline and have not been asked for lately. The journal keeps their operations.
   *
   * @param forgotten Is told of each.
   */
  forgetOffline(forgotten: (this: void, guid: number) => void): void {
    for (const [guid, record] of this.byGuid) {
      const isUsed = record.online || record.waiting !== undefined;
      if (!isUsed && secondsSince(record.usedAt) > OFFLINE_MEMORY) {
        this.byGuid.delete(guid);
        forgotten(guid);
      }
    }
  }
}
