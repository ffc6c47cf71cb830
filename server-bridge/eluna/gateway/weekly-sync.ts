import { now } from "../engine/clock";
import type { ErrorBoundary } from "../engine/error-boundary";
import type { PlayerRecords } from "../players/player-records";
import type { WeeklyCaps } from "../wallet/weekly-caps";
import type { Sender } from "./send-message";

/**
 * What a tick does: so many messages, or a tenth of that where the ledger has to be read. A read takes 0.3 ms of the world's time,
 * and 1 ms more for each hundred changes that the player has had this week.
 */
const WORK_PER_TICK = 20;
const WORK_OF_A_READ = 10;
/** Seconds until a database is asked again that gave no answer. */
const PAUSE = 5;

/**
 * Keeps the addons in step with what players have earned under the weekly caps. The set is small, so every message is the whole of
 * it: none builds on one that was lost, a cap that is gone just is not in it, and nothing has to be remembered for a player.
 */
export class WeeklySync {
  /** One for the realm, and another with each tick that sends something: so it rises for each player. */
  private revision = 1;
  private queue: number[] = [];
  private readonly isQueued = new LuaTable<number, true>();
  /** Whose addon does not know the data set. */
  private readonly isDeaf = new LuaTable<number, true>();
  private knownCaps: Readonly<Record<number, number>>;
  private knownBegin = 0;
  /** Unix seconds; 0 if the database answers. */
  private pausedUntil = 0;
  private watcher: ((this: void, guid: number) => void) | undefined;

  constructor(
    private readonly players: PlayerRecords,
    private readonly caps: WeeklyCaps,
    private readonly sender: Sender,
    private readonly boundary: ErrorBoundary,
  ) {
    this.knownCaps = caps.all();
    caps.watch((guid) => this.mark(guid));
  }

  /** Calls `watcher` with each player who is online and whose week or caps have changed, a few in each tick. */
  watch(watcher: (this: void, guid: number) => void): void {
    this.watcher = watcher;
  }

  /**
   * The player's addon has said hello, and gets the whole with the next ticks, also where no currency has a cap: it may hold
   * caps from before.
   *
   * @param held The revision that the addon holds; undefined for one that does not know the data set.
   */
  greet(guid: number, held: number | undefined): void {
    if (held === undefined) this.isDeaf.set(guid, true);
    else {
      this.isDeaf.delete(guid);
      this.mark(guid);
    }
  }

  /** The player has logged out. */
  forget(guid: number): void {
    this.isDeaf.delete(guid);
  }

  /** Sends what has changed since the last call. Called once a tick. */
  flush(): void {
    this.look();
    if (this.queue.length === 0 || this.isPaused()) return;
    const { queue } = this;
    this.queue = [];
    this.revision++;
    let left = WORK_PER_TICK;
    for (const guid of queue) {
      const work = left > 0 && this.pausedUntil === 0 ? this.tryTake(guid) : undefined;
      if (work === undefined) this.queue.push(guid);
      else this.isQueued.delete(guid);
      left -= work ?? 0;
    }
  }

  private mark(guid: number): void {
    if (this.isQueued.has(guid)) return;
    this.isQueued.set(guid, true);
    this.queue.push(guid);
  }

  /** A change of the caps, and a new week where there are any, is news for everybody. Without caps it costs no look at the clock. */
  private look(): void {
    const caps = this.caps.all();
    const hasCaps = next(caps)[0] !== undefined;
    const begin = hasCaps ? this.caps.weekBegins() : this.knownBegin;
    if (caps === this.knownCaps && begin === this.knownBegin) return;
    this.knownCaps = caps;
    this.knownBegin = begin;
    for (const guid of this.players.online()) this.mark(guid);
  }

  private isPaused(): boolean {
    if (this.pausedUntil > 0 && now() >= this.pausedUntil) this.pausedUntil = 0;
    return this.pausedUntil > 0;
  }

  /** A turn that fails is over, and takes nobody else's along. */
  private tryTake(guid: number): number | undefined {
    let work: number | undefined = WORK_OF_A_READ;
    this.boundary.run("an addon's weekly caps", () => {
      work = this.take(guid);
    });
    return work;
  }

  /** Brings the player up to date. Returns how much work that was; undefined if the player has to wait. */
  private take(guid: number): number | undefined {
    const record = this.players.find(guid);
    if (record === undefined || !record.online) return 0;
    const work = this.caps.hasRead(record) ? 1 : WORK_OF_A_READ;
    this.watcher?.(guid);
    if (!record.sync.listening || this.isDeaf.has(guid)) return this.watcher === undefined ? 0 : work;
    const send = this.sender(guid);
    // On a loading screen the player is not in the world, and cannot be sent to.
    if (send === undefined) return undefined;
    const amounts = this.caps.amounts(record);
    if (amounts === undefined) {
      this.pausedUntil = now() + PAUSE;
      return undefined;
    }
    send("weeklyUpdate", amounts, { epoch: record.sync.epoch, revision: this.revision, base: 0 });
    return work;
  }
}
