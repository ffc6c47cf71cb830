import { logInfo } from "../engine/log";
import { now } from "../engine/clock";

/** Seconds between two lines about one player: a flood must not fill the server's log. */
const PAUSE = 10;

/** How many messages of addons were dropped since the script started: `DC.DroppedMessages` in scripts. */
export interface Dropped {
  /** Not what the catalog of messages says. */
  malformed: number;
  /** Beyond what a player may send. */
  tooMany: number;
}

/** Counts what was dropped, and names the sender in the log: at once, and then at most every `PAUSE` seconds. */
export class DropReport {
  readonly dropped: Dropped = { malformed: 0, tooMany: 0 };
  /** Unix seconds of the last line, by guid. */
  private readonly saidAt = new LuaTable<number, number>();
  private readonly unsaid = new LuaTable<number, number>();

  add(guid: number, kind: keyof Dropped, message: string, reason: string): void {
    this.dropped[kind]++;
    const unsaid = this.unsaid.has(guid) ? this.unsaid.get(guid) : 0;
    if (this.saidAt.has(guid) && now() - this.saidAt.get(guid) < PAUSE) {
      this.unsaid.set(guid, unsaid + 1);
      return;
    }
    this.saidAt.set(guid, now());
    this.unsaid.set(guid, 0);
    const others = unsaid === 0 ? "" : `, and ${unsaid.toFixed(0)} more before it`;
    logInfo(`dropped ${message} of player ${guid.toFixed(0)}: ${reason}${others}`);
  }

  /** The player has logged out. */
  forget(guid: number): void {
    this.saidAt.delete(guid);
    this.unsaid.delete(guid);
  }
}
