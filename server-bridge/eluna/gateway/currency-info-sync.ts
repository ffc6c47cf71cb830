import type { Holding } from "../../../shared/wire/payloads";
import type { ErrorBoundary } from "../engine/error-boundary";
import type { PlayerRecord } from "../players/player-record";
import type { PlayerRecords } from "../players/player-records";
import type { CurrencyDefinitions } from "../tables/currency-definitions";
import type { Sender, SendMessage } from "./player-sync";

/** How many messages a tick sends when the table has changed, which is news for everybody online. */
const MESSAGES_PER_TICK = 20;

/** Keeps the addons in step with names and icons of currencies, which are the same for all: each message is the whole. */
export class CurrencyInfoSync {
  /** Rises with each change of the table. */
  private revision = 1;
  private queue: number[] = [];
  /** The revision that a player's addon holds, 0 for none. Players whose addon does not know the data set are not in it. */
  private readonly held = new LuaTable<number, number>();
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
  greet(record: PlayerRecord, { epoch, currencyInfo }: Holding, send: SendMessage): void {
    const { guid, sync } = record;
    if (currencyInfo === undefined) this.held.delete(guid);
    else this.held.set(guid, epoch === sync.epoch ? currencyInfo : 0);
    if (this.isBehind(guid)) this.send(record, send);
  }

  /** The player has logged out. */
  forget(guid: number): void {
    this.held.delete(guid);
  }

  /** Sends what has changed since the last call. Called once a tick. */
  flush(): void {
    this.look();
    if (this.queue.length === 0) return;
    const due = this.queue;
    this.queue = [];
    let left = MESSAGES_PER_TICK;
    for (const guid of due) {
      if (this.isBehind(guid)) {
        if (left > 0) this.boundary.run("an addon's names of currencies", () => this.tell(guid));
        else this.queue.push(guid);
        left--;
      }
    }
  }

  private look(): void {
    const infos = this.currencies.all();
    if (infos === this.known) return;
    this.known = infos;
    this.revision++;
    for (const [guid] of this.held) this.queue.push(guid);
  }

  private isBehind(guid: number): boolean {
    return this.held.has(guid) && this.held.get(guid) !== this.revision;
  }

  private tell(guid: number): void {
    const record = this.players.find(guid);
    if (record === undefined) return;
    const send = this.sender(guid);
    // On a loading screen the player is not in the world, and cannot be sent to.
    if (send === undefined) {
      this.queue.push(guid);
      return;
    }
    this.send(record, send);
  }

  private send({ guid, sync }: PlayerRecord, send: SendMessage): void {
    this.held.set(guid, this.revision);
    send("currencyInfo", this.known, { epoch: sync.epoch, revision: this.revision, base: 0 });
  }
}
