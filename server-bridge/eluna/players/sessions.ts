import { closeSession, openSession } from "../tables/session-table";
import { now } from "../engine/clock";
import type { PlayerRecord } from "./player-record";
import type { Players } from "./players";

/** Of a second. */
const MILLISECONDS = 1000;

/** Is told of each session that begins. */
export type SessionWatcher = (this: void, guid: number) => void;

/** Who is online, in memory and in `dc_session`. */
export class Sessions {
  private bootId: number | undefined;
  /** Milliseconds that the world has run: the clock of the server may be set back or forward while somebody plays. */
  private uptime = 0;
  /** The uptime at the login, by guid. */
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

  /** @param elapsed Milliseconds since the last tick. */
  tick(elapsed: number): void {
    this.uptime += elapsed;
  }

  begin(guid: number, accountId: number): PlayerRecord {
    const record = this.players.record(guid);
    // Nobody watches over the rows of a player who is offline: what is remembered may be gone from the tables.
    if (!record.online && record.readAt !== now()) this.players.reload(guid);
    this.players.records.setOnline(record, true);
    record.accountId = accountId;
    if (!this.since.has(guid)) {
      this.since.set(guid, this.uptime);
      this.watcher?.(guid);
    }
    if (this.bootId !== undefined) openSession(this.bootId, guid, accountId);
    return record;
  }

  isOpen(guid: number): boolean {
    return this.since.has(guid);
  }

  /** Whole seconds since the player came online. */
  lasted(guid: number): number {
    return this.since.has(guid) ? math.floor((this.uptime - this.since.get(guid)) / MILLISECONDS) : 0;
  }

  end(guid: number): void {
    const record = this.players.records.find(guid);
    if (record !== undefined) {
      this.players.records.setOnline(record, false);
      record.sync.listening = false;
      record.usedAt = now();
    }
    this.since.delete(guid);
    if (this.bootId !== undefined) closeSession(guid);
  }
}
