import { EventType } from "../../../shared/catalog/event-types";
import type { OperationKind } from "../../../shared/profile/operation";
import { findPlayer } from "../engine/engine";
import type { PlayerRecord } from "../realm/player-record";
import type { Realm } from "../realm/realm";
import { publishText } from "./shared-memory";
import { encodeProfile, type WeeklyEarning } from "./shared-profile";
import { SharedTables } from "./shared-tables";

/** Behind the integrations, so that what a login gives is in what the maps see first. */
const LAST = -1000;

/**
 * Shows the maps' states what the world's knows of the players who are online. What a map must not decide once more is shown at
 * once, before it can: a balance that has fallen, an unlock that was granted. Everything else is shown once a tick.
 */
export class ProfilePublisher {
  private readonly tables = new SharedTables();
  private readonly marked = new LuaTable<number, true>();

  constructor(private readonly realm: Realm) {}

  start(): void {
    const { bus, players, sessions, wallet, weekly } = this.realm;
    players.watch((record, kind) => this.changed(record, kind));
    weekly.watch((guid) => this.marked.set(guid, true));
    sessions.watch((guid) => this.marked.set(guid, true));
    wallet.keepBack((guid, currencyId) => this.promised(guid, currencyId));
    bus.Subscribe(EventType.PLAYER_LOGIN, ({ player }) => this.begin(player), LAST);
    bus.Subscribe(EventType.PLAYER_LOGOUT, ({ player }) => this.tables.end(player));
  }

  /** What is shown next includes the change of this number. A player without a session is taken over, if in the world. */
  take(guid: number, number: number): void {
    const { sessions } = this.realm;
    const player = sessions.isOpen(guid) ? undefined : findPlayer(guid);
    if (player !== undefined) this.realm.takeOver(player);
    this.tables.take(guid, number);
    this.marked.set(guid, true);
  }

  /** Once a tick, and when the script has been read again. */
  tick(): void {
    for (const [guid] of this.marked) this.publish(guid);
    this.tables.forgetLeft((guid) => this.realm.sessions.isOpen(guid));
  }

  /** The script is about to end; nothing must change behind this. */
  withdraw(): void {
    this.tables.withdraw();
  }

  private begin(guid: number): void {
    this.tables.begin(guid);
    this.publish(guid);
  }

  private changed(record: PlayerRecord, kind: OperationKind | undefined): void {
    if (!record.online) return;
    if (kind === "earn" || kind === "add" || kind === "set") this.marked.set(record.guid, true);
    else this.publish(record.guid);
  }

  private publish(guid: number): void {
    const record = this.realm.players.records.find(guid);
    if (record?.online === true) {
      const data = this.tables.find(guid);
      if (data === undefined) return this.marked.set(guid, true);
      const { accountId, state } = record;
      const taken = this.tables.taken(guid);
      publishText(data, encodeProfile({ taken, accountId, state, week: this.weekOf(record) }));
    }
    this.marked.delete(guid);
  }

  private weekOf(record: PlayerRecord): Record<number, WeeklyEarning | undefined> {
    const week: Record<number, WeeklyEarning | undefined> = {};
    for (const [id, cap] of pairs(this.realm.currencies.weeklyCaps())) {
      week[id] = { cap, earned: this.realm.caps.earned(record, id) };
    }
    return week;
  }

  /** What maps have decided to spend, and the world has not taken yet. */
  private promised(guid: number, currencyId: number): number {
    let promised = 0;
    for (const change of this.tables.pending(guid)) {
      if (change.kind === "spend" && change.subjectId === currencyId) promised += change.amount;
    }
    return promised;
  }
}
