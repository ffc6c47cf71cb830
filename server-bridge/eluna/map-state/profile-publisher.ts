import { EventType } from "../../../shared/catalog/event-types";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import type { Operation } from "../../../shared/profile/operation";
import { findPlayer } from "../engine/engine";
import type { PlayerRecord } from "../players/player-record";
import { LARGEST_PROMISE } from "../wallet/map-promises";
import type { Realm } from "../realm/realm";
import type { ChangeRequest } from "./change-text";
import { publishText } from "./shared-memory";
import { encodeProfile, type WeeklyEarning } from "./shared-profile";
import { SharedTables } from "./shared-tables";

/** In the ledger, where only the player's table tells of a change. */
const UNKNOWN_SOURCE = "map";

/** Behind the integrations, so that what a login gives is in what the maps see first. */
const LAST = -1000;

/**
 * Shows the map states what the world's knows of the players who are online. What a map must not decide once more is shown at
 * once, before it can: a balance that has fallen, room that was used up, an unlock that was granted. Everything else is shown
 * once a tick.
 */
export class ProfilePublisher {
  private readonly tables = new SharedTables();
  private readonly marked = new LuaTable<number, true>();

  constructor(private readonly realm: Realm) {}

  start(): void {
    const { bus, players, promises, sessions, weekly } = this.realm;
    players.watch((record, operation) => this.changed(record, operation));
    weekly.watch((guid) => this.marked.set(guid, true));
    sessions.watch((guid) => this.marked.set(guid, true));
    promises.askFrom((guid) => this.tables.pending(guid));
    bus.Subscribe(EventType.PLAYER_LOGIN, ({ player }) => this.begin(player), LAST);
    bus.Subscribe(EventType.PLAYER_LOGOUT, ({ player }) => this.tables.end(player));
  }

  /** What is shown next includes the change of this number. A player without a session is taken over, if in the world. */
  take(guid: number, number: number): void {
    const { sessions } = this.realm;
    const player = sessions.isOpen(guid) ? undefined : findPlayer(guid);
    if (player !== undefined) this.realm.takeOver.one(player);
    this.tables.take(guid, number);
    this.marked.set(guid, true);
  }

  /** Once a tick, and when the script has been read again. */
  tick(): void {
    for (const [guid] of this.marked) this.publish(guid);
    this.tables.forgetLeft((guid) => this.realm.sessions.isOpen(guid));
  }

  /** What maps have decided, and no command has told of. Who asked for it is not known here. */
  undelivered(): ChangeRequest[] {
    const requests: ChangeRequest[] = [];
    for (const player of this.tables.guids()) {
      for (const change of this.tables.pending(player)) {
        requests.push({ ...change, player, source: UNKNOWN_SOURCE, cause: "" });
      }
    }
    return requests;
  }

  /** The script is about to end; nothing must change behind this. */
  withdraw(): void {
    this.tables.withdraw();
  }

  private begin(guid: number): void {
    this.tables.begin(guid);
    this.publish(guid);
  }

  /** Who has just logged out is on the map for a few hooks more. */
  private changed(record: PlayerRecord, operation: Operation | undefined): void {
    const { guid } = record;
    if (!record.online && !this.tables.isKept(guid)) return;
    if (operation === undefined || this.isUrgent(record, operation)) this.publish(guid);
    else this.marked.set(guid, true);
  }

  /** Whether a map could decide something wrong before the end of the turn. See `LARGEST_PROMISE`. */
  private isUrgent({ state }: PlayerRecord, { kind, subjectId }: Operation): boolean {
    if (kind !== "earn") return kind !== "add" && kind !== "set";
    if (this.realm.currencies.weeklyCap(subjectId) !== undefined) return true;
    return (state.balances[subjectId] ?? 0) > MAXIMUM_AMOUNT - LARGEST_PROMISE;
  }

  private publish(guid: number): void {
    const record = this.realm.players.records.find(guid);
    if (record !== undefined && (record.online || this.tables.isKept(guid))) {
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
}
