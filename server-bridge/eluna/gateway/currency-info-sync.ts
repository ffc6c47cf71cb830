import type { Holding } from "../../../shared/wire/payloads";
import type { ErrorBoundary } from "../engine/error-boundary";
import type { PlayerRecord } from "../players/player-record";
import type { PlayerRecords } from "../players/player-records";
import type { CurrencyDefinitions } from "../tables/currency-definitions";
import type { PlayerSync } from "./player-sync";
import type { Sender, SendMessage } from "./send-message";

/** How many messages a tick sends when the table has changed, which is news for everybody online. */
const MESSAGES_PER_TICK = 20;

/** Keeps the addons in step with names and icons of currencies, which are the same for all: each message is the whole. */
export class CurrencyInfoSync {
  /** Rises with each change of the table. */
  private revision = 1;
  private queue: number[] = [];
  /** Who is in the queue and has not been told in another way since. */
  private readonly isQueued = new LuaTable<number, true>();
  /** Whose addon does not know the data set. Nothing is kept of the others, whom a realm has in thousands. */
  private readonly isDeaf = new LuaTable<number, true>();
  private known: ReturnType<CurrencyDefinitions["all"]>;

  constructor(
    private readonly players: PlayerRecords,
    private readonly currencies: CurrencyDefinitions,
    private readonly sender: Sender,
    private readonly boundary: ErrorBoundary,
  ) {
    this.known = currencies.all();
  }

  /** Answers a hello of the player's addon: with the whole, unless it holds that. */
  greet({ guid, sync }: PlayerRecord, { epoch, currencyInfo }: Holding, send: SendMessage): void {
    this.isQueued.delete(guid);
    if (currencyInfo === undefined) this.isDeaf.set(guid, true);
    else {
      this.isDeaf.delete(guid);
      if (epoch !== sync.epoch || currencyInfo !== this.revision) this.send(sync, send);
    }
  }

  /** The player has logged out. */
  forget(guid: number): void {
    this.isDeaf.delete(guid);
    this.isQueued.delete(guid);
  }

  /** Sends what has changed since the last call. Called once a tick. */
  flush(): void {
    this.look();
    if (this.queue.length === 0) return;
    const due = this.queue;
    this.queue = [];
    let left = MESSAGES_PER_TICK;
    for (const guid of due) {
      const record = this.isQueued.has(guid) ? this.players.find(guid) : undefined;
      if (record !== undefined && left === 0) this.queue.push(guid);
      else this.isQueued.delete(guid);
      if (record !== undefined && left > 0 && record.sync.listening && !this.isDeaf.has(guid)) {
        left--;
        this.boundary.run("an addon's names of currencies", () => this.tell(record));
      }
    }
  }

  private look(): void {
    const infos = this.currencies.all();
    if (infos === this.known) return;
    this.known = infos;
    this.revision++;
    for (const guid of this.players.online()) this.mark(guid);
  }

  private mark(guid: number): void {
    if (this.isQueued.has(guid)) return;
    this.isQueued.set(guid, true);
    this.queue.push(guid);
  }

  private tell({ guid, sync }: PlayerRecord): void {
    const send = this.sender(guid);
    // On a loading screen the player is not in the world, and cannot be sent to.
    if (send === undefined) this.mark(guid);
    else this.send(sync, send);
  }

  private send({ epoch }: PlayerSync, send: SendMessage): void {
    send("currencyInfo", this.known, { epoch, revision: this.revision, base: 0 });
  }
}
