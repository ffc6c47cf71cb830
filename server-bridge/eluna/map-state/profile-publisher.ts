import { EventType } from "../../../shared/catalog/event-types";
import type { OperationKind } from "../../../shared/profile/operation";
import { findPlayer } from "../engine/engine";
import { now } from "../realm/clock";
import type { PlayerRecord } from "../realm/player-record";
import type { Realm } from "../realm/realm";
import { decodePending, PENDING_SECONDS } from "./pending-changes";
import { pendingText, publishedText, publishText } from "./shared-memory";
import { encodeProfile, takenIn, type WeeklyEarning } from "./shared-profile";

/** Behind the integrations, so that what a login gives is in what the maps see first. */
const LAST = -1000;

/**
 * Shows the maps' states what the world's knows of the players who are online. What lowers a balance is shown at once, before
 * a map can decide a spend on what is gone; everything else once a tick.
 */
export class ProfilePublisher {
  private readonly marked = new LuaTable<number, true>();
  /** Number of the last change by a map, by guid. */
  private readonly taken = new LuaTable<number, number>();

  constructor(private readonly realm: Realm) {}

  start(): void {
    const { bus, players, wallet, weekly } = this.realm;
    players.watch((record, kind) => this.changed(record, kind));
    weekly.watch((guid) => this.marked.set(guid, true));
    wallet.keepBack((guid, currencyId) => this.reserved(guid, currencyId));
    bus.Subscribe(EventType.PLAYER_LOGIN, ({ player }) => this.publish(player), LAST);
    bus.Subscribe(EventType.PLAYER_LOGOUT, ({ player }) => this.taken.delete(player));
  }

  /** The script has been reloaded: everybody is shown as this start of it knows them. */
  publishAll(): void {
    for (const guid of this.realm.players.online()) this.publish(guid);
  }

  /** What is shown next includes the change of this number. */
  take(guid: number, number: number): void {
    const record = this.realm.players.find(guid);
    if (record?.online !== true) return;
    this.taken.set(guid, math.max(number, this.takenOf(guid, findPlayer(guid))));
    this.marked.set(guid, true);
  }

  /** Once a tick. Who is behind a loading screen is shown after it. */
  tick(): void {
    for (const [guid] of this.marked) this.publish(guid);
  }

  private changed(record: PlayerRecord, kind: OperationKind | undefined): void {
    if (!record.online) return;
    if (kind === "spend" || kind === "delete" || kind === undefined) this.publish(record.guid);
    else this.marked.set(record.guid, true);
  }

  private publish(guid: number): void {
    const record = this.realm.players.find(guid);
    const player = record?.online === true ? findPlayer(guid) : undefined;
    if (record?.online === true && player === undefined) this.marked.set(guid, true);
    else this.marked.delete(guid);
    if (record === undefined || player === undefined) return;
    const { accountId, state } = record;
    const taken = this.takenOf(guid, player);
    publishText(player, encodeProfile({ taken, accountId, state, week: this.weekOf(record) }));
  }

  /** A start of the script that has taken none yet goes on from what the one before it has shown. */
  private takenOf(guid: number, player: EnginePlayer | undefined): number {
    if (this.taken.has(guid)) return this.taken.get(guid);
    return player === undefined ? 0 : takenIn(publishedText(player));
  }

  private weekOf(record: PlayerRecord): Record<number, WeeklyEarning | undefined> {
    const week: Record<number, WeeklyEarning | undefined> = {};
    for (const [id, cap] of pairs(this.realm.currencies.weeklyCaps())) {
      week[id] = { cap, earned: this.realm.caps.earned(record, id) };
    }
    return week;
  }

  /** What maps have decided to spend, and the world has not taken yet. */
  private reserved(guid: number, currencyId: number): number {
    const player = findPlayer(guid);
    if (player === undefined) return 0;
    const taken = this.takenOf(guid, player);
    let reserved = 0;
    for (const change of decodePending(pendingText(player), taken, now() - PENDING_SECONDS).changes) {
      if (change.kind === "spend" && change.subjectId === currencyId) reserved += change.amount;
    }
    return reserved;
  }
}
