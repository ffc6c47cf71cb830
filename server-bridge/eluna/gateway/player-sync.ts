import {
  findProfileField,
  PROFILE_FIELDS,
  type Stat,
  wireKeyOf,
} from "../../../shared/catalog/profile-fields";
import { UNLOCK_TYPES, type UnlockType } from "../../../shared/catalog/unlock-types";
import type { Operation } from "../../../shared/profile/operation";
import type { PlayerState } from "../../../shared/profile/player-state";
import { DataSet } from "../../../shared/wire/data-set";
import type { Holding, MessagePayloads, UnlockNotice } from "../../../shared/wire/payloads";

/** Sends one message to one player's addon. */
export type SendMessage = <K extends keyof MessagePayloads>(key: K, ...values: MessagePayloads[K]) => void;

function profileData(state: PlayerState, stats: readonly Stat[]): Record<string, number | boolean> {
  const data: Record<string, number | boolean> = {};
  for (const stat of stats) {
    const field = findProfileField(stat);
    if (field === undefined) continue;
    const value = state.fields[field.column];
    data[wireKeyOf(field)] = field.type === "boolean" ? value === 1 : value;
  }
  return data;
}

function allStats(): Stat[] {
  const stats: Stat[] = [];
  for (const field of PROFILE_FIELDS) stats.push(field.column);
  return stats;
}

function currencyData(state: PlayerState, ids: readonly number[]): Record<number, number> {
  const data: Record<number, number> = {};
  for (const id of ids) data[id] = state.currencies[id]?.amount ?? 0;
  return data;
}

function currencyIds(state: PlayerState): number[] {
  const ids: number[] = [];
  for (const [id] of pairs(state.currencies)) ids.push(id);
  return ids;
}

function unlockIds(state: PlayerState): Partial<Record<UnlockType, number[]>> {
  const ids: Partial<Record<UnlockType, number[]>> = {};
  for (const { name } of UNLOCK_TYPES) {
    const owned = state.unlocks[name];
    if (owned === undefined) continue;
    const list: number[] = [];
    for (const [id] of pairs(owned)) list.push(id);
    table.sort(list);
    ids[name] = list;
  }
  return ids;
}

/** Unlocks have one key: what is missed is brought by the list, which is short. */
const ALL_UNLOCKS = "all";

/** Keeps one player's addon in step: notes what changes, and sends each data set at most once a tick. */
export class PlayerSync {
  private readonly profile: DataSet<Stat>;
  private readonly currencies: DataSet<number>;
  private readonly unlocks: DataSet<string>;
  private notices: UnlockNotice[] = [];
  private listChanged = false;
  /** An addon has said hello since the player logged in; without one nothing is sent. */
  listening = false;
  /** The player was online before this start of the script: an addon, if there is one, has to be asked for its hello. */
  isAwaited = false;

  /** @param epoch Names this numbering of revisions; never used twice by a realm. */
  constructor(epoch: number) {
    this.profile = new DataSet(epoch);
    this.currencies = new DataSet(epoch);
    this.unlocks = new DataSet(epoch);
  }

  /** Notes what `operation` touches. New unlocks come through `gained`, a deletion through `corrected`. */
  touched(operation: Operation): void {
    const field = findProfileField(operation.subject);
    if (field !== undefined) this.profile.mark(field.column);
    else if (operation.kind === "earn" || operation.kind === "spend")
      this.currencies.mark(operation.subjectId);
  }

  gained(notice: UnlockNotice): void {
    this.notices.push(notice);
  }

  /** Notes what differs between the state that the addon was told and the one that counts now. */
  corrected(
    before: PlayerState,
    after: PlayerState,
    notices: readonly UnlockNotice[],
    anyLost: boolean,
  ): void {
    for (const { column } of PROFILE_FIELDS) {
      if (before.fields[column] !== after.fields[column]) this.profile.mark(column);
    }
    for (const [id, wallet] of pairs(before.currencies)) {
      if (wallet.amount !== (after.currencies[id]?.amount ?? 0)) this.currencies.mark(id);
    }
    for (const [id] of pairs(after.currencies)) {
      if (before.currencies[id] === undefined) this.currencies.mark(id);
    }
    for (const notice of notices) this.notices.push(notice);
    if (anyLost) this.listChanged = true;
  }

  /** Sends a delta that fits on nothing an addon can hold, which makes it say hello. */
  knock(send: SendMessage): void {
    const { epoch, revision } = this.profile.whole();
    send("profileUpdate", {}, { epoch, revision, base: revision });
  }

  /** Sends what has changed since the last call. */
  flush(state: PlayerState, send: SendMessage): void {
    if (this.profile.isDirty()) {
      const stamp = this.profile.flush();
      send("profileUpdate", profileData(state, this.profile.changedSince(stamp.base)), stamp);
    }
    if (this.currencies.isDirty()) {
      const stamp = this.currencies.flush();
      send("currencyUpdate", currencyData(state, this.currencies.changedSince(stamp.base)), stamp);
    }
    this.flushUnlocks(state, send);
  }

  /** Brings an addon that holds `holding` up to date: with a delta where it is of this epoch, with the whole where not. */
  greet(state: PlayerState, holding: Holding, send: SendMessage): void {
    this.listening = true;
    this.flush(state, send);
    const profile = this.profile.since(holding.epoch, holding.profile) ?? this.profile.whole();
    const stats = profile.base === 0 ? allStats() : this.profile.changedSince(profile.base);
    send("profileUpdate", profileData(state, stats), profile);
    const currencies = this.currencies.since(holding.epoch, holding.currencies) ?? this.currencies.whole();
    const ids = currencies.base === 0 ? currencyIds(state) : this.currencies.changedSince(currencies.base);
    send("currencyUpdate", currencyData(state, ids), currencies);
    send("unlockList", unlockIds(state), this.unlocks.whole());
  }

  private flushUnlocks(state: PlayerState, send: SendMessage): void {
    for (const notice of this.notices) {
      this.unlocks.mark(ALL_UNLOCKS);
      send("unlockGained", notice, this.unlocks.flush());
    }
    this.notices = [];
    if (!this.listChanged) return;
    this.listChanged = false;
    this.unlocks.mark(ALL_UNLOCKS);
    this.unlocks.flush();
    send("unlockList", unlockIds(state), this.unlocks.whole());
  }
}
