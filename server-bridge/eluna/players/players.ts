import { findProfileField, type Stat } from "../../../shared/catalog/profile-fields";
import { applyOperation } from "../../../shared/profile/apply-operation";
import type { Operation } from "../../../shared/profile/operation";
import type { UnlockNotice } from "../../../shared/wire/payloads";
import type { AddonUpdates } from "../gateway/addon-updates";
import { PlayerSync } from "../gateway/player-sync";
import type { Journal } from "../journal/journal";
import type { UnlockDefinitions } from "../tables/unlock-definitions";
import { now } from "../engine/clock";
import type { ErrorBoundary } from "../engine/error-boundary";
import { isFresh, PlayerReader } from "./player-reader";
import { newRecord, type PlayerRecord } from "./player-record";
import { PlayerRecords } from "./player-records";
import { compareUnlocks, type UnlockChanges } from "./unlock-changes";

/** Is told what changes of a player's profile. */
export interface ProfileObserver {
  readonly statChanged: (this: void, guid: number, stat: Stat) => void;
  /** All of the profile may be another. */
  readonly replaced: (this: void, guid: number) => void;
  /** All that there was of the player has been deleted. Comes before `replaced`. */
  readonly deleted: (this: void, record: PlayerRecord) => void;
}

/** Of a player whose state did not come from the tables nobody can tell what is new: the addon gets the list. */
const UNKNOWN_BEFORE: UnlockChanges = { notices: [], anyLost: true };

/** Is told of every change at once, with the operation; undefined if the player was read again. */
export type ChangeWatcher = (this: void, record: PlayerRecord, operation: Operation | undefined) => void;

/**
 * The players whose state the realm owns. A record is made on the first need, because a player who reconnects within a minute
 * fires no login hook.
 */
export class Players {
  readonly records = new PlayerRecords();
  /** Of `records`, as the next: one step less for what scripts ask at every glance. */
  readonly balances = this.records.balances;
  private readonly byGuid = this.records.byGuid;
  private readonly reader: PlayerReader;
  private watcher: ChangeWatcher | undefined;

  constructor(
    private readonly journal: Journal,
    private readonly definitions: UnlockDefinitions,
    private readonly updates: AddonUpdates,
    private readonly observer: ProfileObserver,
    private readonly boundary: ErrorBoundary,
  ) {
    this.reader = new PlayerReader(journal);
  }

  /** The tables can be read now. Those who are in memory already wait for `reload`. */
  open(bootId: number): void {
    this.reader.open(bootId);
  }

  /** There is one watcher. */
  watch(watcher: ChangeWatcher): void {
    this.watcher = watcher;
  }

  /** The record of `guid`; made, and read from the tables, if there is none. */
  record(guid: number): PlayerRecord {
    const record = this.byGuid.get(guid) as PlayerRecord | undefined;
    if (record === undefined) return this.make(guid);
    // Who is online is not forgotten anyway, and the clock is the dearest part of a read.
    if (record.online) return record;
    if (!isFresh(record)) this.reload(guid);
    record.usedAt = now();
    return record;
  }

  /** Whether what is in memory of the player comes from the tables, so that an answer needs no read. */
  isLoaded(guid: number): boolean {
    const record = this.records.find(guid);
    return record !== undefined && record.loaded && (record.online || isFresh(record));
  }

  /** Reads the player unless `isLoaded`. */
  load(guid: number): void {
    if (this.records.find(guid) === undefined) this.make(guid);
    else if (!this.isLoaded(guid)) this.reload(guid);
  }

  /** Applies `operation` at once and hands it to the journal. Returns the change that was made. */
  apply(record: PlayerRecord, operation: Operation, requestId?: string): number {
    const before = operation.kind === "delete" ? { ...record.state } : undefined;
    // Whose it was goes with the rest: the character may be another's when the low GUID is given out again.
    if (before !== undefined && !record.online) record.accountId = 0;
    const change = applyOperation(record.state, operation);
    this.journal.append(record, operation, now(), requestId);
    if (before === undefined) record.sync.touched(operation);
    else {
      this.records.showBalances(record);
      record.sync.corrected(before, record.state, [], true);
      this.observer.deleted(record);
    }
    this.tellObserver(record.guid, operation);
    this.updates.mark(record);
    this.watcher?.(record, operation);
    return change;
  }

  /** Tells the addon of a new unlock. */
  announce(record: PlayerRecord, notice: UnlockNotice): void {
    record.sync.gained(notice);
    this.updates.mark(record);
  }

  /** Reads the player again, because somebody else changed the tables. Players who are not in memory need nothing. */
  reload(guid: number): void {
    const record = this.records.find(guid);
    if (record === undefined) return;
    const { state: before, loaded: wasRead } = record;
    this.reader.read(record);
    this.records.showBalances(record);
    const { notices, anyLost } = wasRead
      ? compareUnlocks(before, record.state, this.definitions)
      : UNKNOWN_BEFORE;
    record.sync.corrected(before, record.state, notices, anyLost);
    this.observer.replaced(guid);
    this.updates.mark(record);
    this.watcher?.(record, undefined);
    if (record.loaded) this.doWaiting(record);
  }

  /**
   * Runs `action` when the player's state comes from the tables: now, or once they can be read. For what follows from the state,
   * such as a level from experience: worked out from an empty profile it would overwrite the real one.
   *
   * @param name A second action of the same name takes the place of the first.
   */
  whenLoaded(guid: number, name: string, action: () => void): void {
    const record = this.record(guid);
    if (record.loaded) return action();
    const waiting = (record.waiting ?? []).filter((earlier) => earlier.name !== name);
    waiting.push({ name, action });
    record.waiting = waiting;
  }

  /** Forgets players who are offline and have not been asked for lately. */
  forgetOffline(): void {
    this.records.forgetOffline(this.observer.replaced);
  }

  /** One that fails takes none of the others along, nor the script whose question has led to the read. */
  private doWaiting(record: PlayerRecord): void {
    const { waiting } = record;
    record.waiting = undefined;
    if (waiting === undefined) return;
    for (const { name, action } of waiting) this.boundary.run(`what waited for a player (${name})`, action);
  }

  /** A read that raises leaves no record behind. */
  private make(guid: number): PlayerRecord {
    const record = newRecord(guid, now(), new PlayerSync(this.reader.newEpoch()));
    this.reader.read(record);
    this.records.add(record);
    return record;
  }

  private tellObserver(guid: number, operation: Operation): void {
    const field = findProfileField(operation.subject);
    if (field !== undefined) this.observer.statChanged(guid, field.column);
    else if (operation.kind === "delete") this.observer.replaced(guid);
  }
}
