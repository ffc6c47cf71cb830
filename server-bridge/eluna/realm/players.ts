import { findProfileField, type Stat } from "../../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../../shared/catalog/unlock-types";
import { accountAfter } from "../../../shared/profile/account";
import { applyOperation } from "../../../shared/profile/apply-operation";
import type { Operation } from "../../../shared/profile/operation";
import type { PlayerState } from "../../../shared/profile/player-state";
import { rebase } from "../../../shared/profile/reconcile";
import type { UnlockNotice } from "../../../shared/wire/payloads";
import { PlayerSync, type SendMessage } from "../gateway/player-sync";
import type { Journal } from "../journal/journal";
import type { JournalEntry } from "../journal/journal-entry";
import { type LoadedPlayer, loadPlayer } from "../tables/load-player";
import type { UnlockDefinitions } from "../tables/unlock-definitions";
import { now, secondsSince } from "./clock";
import type { ErrorBoundary } from "./error-boundary";
import { newRecord, type PlayerRecord } from "./player-record";

/** How long an offline player is remembered, in seconds: a script that goes through thousands must not fill the memory. */
const OFFLINE_MEMORY = 10;
/** How long what is known of an offline player is taken for true, in seconds: nobody watches over deleted rows of theirs. */
const OFFLINE_TRUST = 2;

/** Is told what changes of a player's profile. */
export interface ProfileObserver {
  readonly statChanged: (this: void, guid: number, stat: Stat) => void;
  /** All of the profile may be another. */
  readonly replaced: (this: void, guid: number) => void;
}

/** Is told of every change at once, with the operation; undefined if the player was read again. */
export type ChangeWatcher = (this: void, record: PlayerRecord, operation: Operation | undefined) => void;

/** Makes the function that sends to one player; undefined while AIO is not there. */
export type Sender = (guid: number) => SendMessage | undefined;

/** @param pending What `loaded` does not hold, newest first. */
function accountOf(loaded: LoadedPlayer, pending: readonly JournalEntry[]): number {
  let account = loaded.accountId;
  for (let index = pending.length - 1; index >= 0; index--) {
    const { operation, player } = pending[index] as JournalEntry;
    account = accountAfter(account, operation.kind, player.accountId);
  }
  return account;
}

/**
 * The players whose state the realm owns: everybody online, and for a while anybody whom a script asked for. A record is made on
 * the first need, because a player who reconnects within a minute fires no login hook.
 */
export class Players {
  /** Who is in memory, by guid. Only `Players` changes it. */
  readonly records = new LuaTable<number, PlayerRecord>();
  /** The balances of who is online, by guid: the tables of their records, for those who ask at every glance. Only `Players` changes it. */
  readonly balances = new LuaTable<number, Record<number, number>>();
  private changed: PlayerRecord[] = [];
  private readonly isChanged = new LuaTable<number, true>();
  private bootId: number | undefined;
  private watcher: ChangeWatcher | undefined;

  constructor(
    private readonly journal: Journal,
    private readonly definitions: UnlockDefinitions,
    private readonly sender: Sender,
    private readonly observer: ProfileObserver,
    private readonly boundary: ErrorBoundary,
  ) {}

  /** The tables can be read now. Those who are in memory already wait for `reload`. */
  open(bootId: number): void {
    this.bootId = bootId;
  }

  /** There is one watcher. */
  watch(watcher: ChangeWatcher): void {
    this.watcher = watcher;
  }

  /** The record of `guid`; made, and read from the tables, if there is none. */
  record(guid: number): PlayerRecord {
    const record = this.records.get(guid) as PlayerRecord | undefined;
    if (record === undefined) return this.make(guid);
    // Who is online is not forgotten anyway, and the clock is the dearest part of a read.
    if (record.online) return record;
    if (!this.isFresh(record)) this.reload(guid);
    record.usedAt = now();
    return record;
  }

  /** Whether what is in memory of the player comes from the tables, so that an answer needs no read. */
  isLoaded(guid: number): boolean {
    const record = this.find(guid);
    return record !== undefined && record.loaded && (record.online || this.isFresh(record));
  }

  /** Reads the player unless `isLoaded`. */
  load(guid: number): void {
    if (this.find(guid) === undefined) this.make(guid);
    else if (!this.isLoaded(guid)) this.reload(guid);
  }

  /** The player has come or gone. */
  setOnline(record: PlayerRecord, online: boolean): void {
    record.online = online;
    this.showBalances(record);
  }

  /** The record of `guid` if it is in memory. */
  find(guid: number): PlayerRecord | undefined {
    return this.records.get(guid) as PlayerRecord | undefined;
  }

  /** Applies `operation` at once and hands it to the journal. Returns the change that was made. */
  apply(record: PlayerRecord, operation: Operation, requestId?: string): number {
    const before = operation.kind === "delete" ? { ...record.state } : undefined;
    // Whose it was goes with the rest: the character may be another's when the low GUID is given out again.
    if (before !== undefined && !record.online) record.accountId = 0;
    const change = applyOperation(record.state, operation);
    this.journal.append(record, operation, now(), requestId);
    if (before !== undefined) this.showBalances(record);
    if (before === undefined) record.sync.touched(operation);
    else record.sync.corrected(before, record.state, [], true);
    this.tellObserver(record.guid, operation);
    this.changedNow(record);
    this.watcher?.(record, operation);
    return change;
  }

  /** Tells the addon of a new unlock. */
  announce(record: PlayerRecord, notice: UnlockNotice): void {
    record.sync.gained(notice);
    this.changedNow(record);
  }

  /** Reads the player again, because somebody else changed the tables. Players who are not in memory need nothing. */
  reload(guid: number): void {
    const record = this.find(guid);
    if (record === undefined) return;
    const before = record.state;
    this.read(record);
    const { notices, anyLost } = this.compareUnlocks(before, record.state);
    record.sync.corrected(before, record.state, notices, anyLost);
    this.observer.replaced(guid);
    this.changedNow(record);
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
    record.waiting ??= {};
    record.waiting[name] = action;
  }

  /** The guids of those whom the tables have not told of yet. */
  unread(): number[] {
    const guids: number[] = [];
    for (const [guid, record] of this.records) if (!record.loaded) guids.push(guid);
    return guids;
  }

  private doWaiting(record: PlayerRecord): void {
    const { waiting } = record;
    record.waiting = undefined;
    if (waiting !== undefined) for (const [, action] of pairs(waiting)) action?.();
  }

  /** The guids of everybody online. */
  online(): number[] {
    const guids: number[] = [];
    for (const [guid, record] of this.records) if (record.online) guids.push(guid);
    return guids;
  }

  /** The guids of everybody in memory. */
  guids(): number[] {
    const guids: number[] = [];
    for (const [guid] of this.records) guids.push(guid);
    return guids;
  }

  /** Sends what has changed to the addons. Called once a tick. */
  flush(): void {
    if (this.changed.length === 0) return;
    const due = this.changed;
    this.changed = [];
    for (const record of due) {
      this.isChanged.delete(record.guid);
      this.boundary.run("an addon's update", () => this.sendChanges(record));
    }
  }

  private sendChanges(record: PlayerRecord): void {
    const send = record.sync.listening ? this.sender(record.guid) : undefined;
    if (send !== undefined) record.sync.flush(record.state, send);
    // On a loading screen the player is not in the world, and cannot be sent to: it waits.
    else if (record.sync.listening && record.online) this.changedNow(record);
  }

  /** Makes the addons say hello that have not done so since the script started. */
  knock(): void {
    for (const [guid, record] of this.records) {
      const { isAwaited, listening } = record.sync;
      const send = isAwaited && !listening ? this.sender(guid) : undefined;
      if (send !== undefined) record.sync.knock(send);
    }
  }

  /** Forgets players who are offline and have not been asked for lately. The journal keeps their operations. */
  forgetOffline(): void {
    for (const [guid, record] of this.records) {
      const isUsed = record.online || record.waiting !== undefined;
      if (!isUsed && secondsSince(record.usedAt) > OFFLINE_MEMORY) {
        this.records.delete(guid);
        this.observer.replaced(guid);
      }
    }
  }

  /** Two starts of the script can lie in one second, but they have different boot numbers. */
  private newEpoch(): number {
    return now() * 1000 + ((this.bootId ?? 0) % 1000);
  }

  /** Nobody watches over the rows of a player who is offline. */
  private isFresh(record: PlayerRecord): boolean {
    return secondsSince(record.readAt) <= OFFLINE_TRUST;
  }

  /** A read that raises leaves no record behind. */
  private make(guid: number): PlayerRecord {
    const record = newRecord(guid, now(), new PlayerSync(this.newEpoch()));
    this.read(record);
    this.records.set(guid, record);
    return record;
  }

  /** Keeps `balances` right, wherever a player comes, goes, or has another table of them. */
  private showBalances(record: PlayerRecord): void {
    if (record.online) this.balances.set(record.guid, record.state.balances);
    else this.balances.delete(record.guid);
  }

  private read(record: PlayerRecord): void {
    if (this.bootId === undefined) return;
    const loaded = loadPlayer(this.bootId, record.guid, this.journal.confirmedUpTo());
    record.loaded = loaded !== undefined;
    record.readAt = now();
    if (loaded === undefined) return;
    const pending = this.journal.pendingOf(record.guid, loaded.acknowledged);
    record.state = rebase(loaded.state, pending);
    this.showBalances(record);
    // The engine knows whose character is online.
    if (!record.online) record.accountId = accountOf(loaded, pending);
  }

  private tellObserver(guid: number, operation: Operation): void {
    const field = findProfileField(operation.subject);
    if (field !== undefined) this.observer.statChanged(guid, field.column);
    else if (operation.kind === "delete") this.observer.replaced(guid);
  }

  private changedNow(record: PlayerRecord): void {
    if (this.isChanged.has(record.guid)) return;
    this.isChanged.set(record.guid, true);
    this.changed.push(record);
  }

  private compareUnlocks(
    before: PlayerState,
    after: PlayerState,
  ): { notices: UnlockNotice[]; anyLost: boolean } {
    const notices: UnlockNotice[] = [];
    let anyLost = false;
    for (const { name } of UNLOCK_TYPES) {
      const had = before.unlocks[name] ?? {};
      const has = after.unlocks[name] ?? {};
      for (const [id, source] of pairs(has)) {
        if (had[id] === undefined) notices.push(this.definitions.notice(name, id, source));
      }
      for (const [id] of pairs(had)) anyLost = anyLost || has[id] === undefined;
    }
    return { notices, anyLost };
  }
}
