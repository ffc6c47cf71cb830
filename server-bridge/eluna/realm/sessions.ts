import { closeSession, openSession } from "../tables/session-table";
import { now } from "./clock";
import type { PlayerRecord } from "./player-record";
import type { Players } from "./players";

/** Is told of each session that begins. */
export type SessionWatcher = (this: void, guid: number) => void;

/** Who is online, in memory and in `dc_session`. */
export class Sessions {
  private bootId: number | undefined;
  /** Unix seconds of the login, by guid. */
  private readonly since = new LuaTable<number, number>();
  private watcher: SessionWatcher | undefined;

  constructor(private readonly players: Players) {}

  /** There is one watcher. */
  watch(watcher: SessionWatcher): void {
    this.watcher = watcher;
  }

  /** The tables can be written now. */
  open(bootId: number): void {
    this.bootId = bootId;
    for (const [guid] of this.since) openSession(bootId, guid, this.players.record(guid).accountId);
  }

  begin(guid: number, accountId: number): PlayerRecord {
    const record = this.players.record(guid, accountId);
    // Nobody watches over the rows of a player who is offline: what is remembered may be gone from the tables.
    if (!record.online && record.readAt !== now()) this.players.reload(guid);
    record.online = true;
    if (!this.since.has(guid)) {
      this.since.set(guid, now());
      this.watcher?.(guid);
    }
    if (this.bootId !== undefined) openSession(this.bootId, guid, accountId);
    return record;
  }

  isOpen(guid: number): boolean {
    return this.since.has(guid);
  }

  /** Seconds since the player came online. */
  lasted(guid: number): number {
    return this.since.has(guid) ? now() - this.since.get(guid) : 0;
  }

  end(guid: number): void {
    const record = this.players.find(guid);
    if (record !== undefined) {
      record.online = false;
      record.sync.listening = false;
      record.usedAt = now();
    }
    this.since.delete(guid);
    if (this.bootId !== undefined) closeSession(guid);
  }
}
