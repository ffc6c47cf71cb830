import {
  FIELD_INDEX,
  findProfileField,
  PROFILE_FIELDS,
  type Stat,
  wireKeyOf,
} from "../../../shared/catalog/profile-fields";
import { UNLOCK_TYPES, type UnlockType } from "../../../shared/catalog/unlock-types";
import { isPayment, type Operation } from "../../../shared/profile/operation";
import type { PlayerState } from "../../../shared/profile/player-state";
import { DataSet } from "../../../shared/wire/data-set";
import type { Holding, Stamp, UnlockNotice } from "../../../shared/wire/payloads";
import { ascendingIds } from "../engine/ascending-ids";
import type { SendMessage } from "./send-message";

function profileData(state: PlayerState, stats: readonly Stat[]): Record<string, number | boolean> {
  const data: Record<string, number | boolean> = {};
  for (const stat of stats) {
    const field = findProfileField(stat);
    if (field === undefined) continue;
    const value = state.fields[FIELD_INDEX[field.column]];
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
  for (const id of ids) data[id] = state.balances[id] ?? 0;
  return data;
}

function currencyIds(state: PlayerState): number[] {
  const ids: number[] = [];
  for (const [id] of pairs(state.balances)) ids.push(id);
  return ids;
}

function unlockIds(state: PlayerState): Partial<Record<UnlockType, number[]>> {
  const ids: Partial<Record<UnlockType, number[]>> = {};
  for (const { name } of UNLOCK_TYPES) {
    const owned = state.unlocks[name];
    if (owned !== undefined) ids[name] = ascendingIds(owned);
  }
  return ids;
}

/** The stamp that brings a holder of `revision` up to date, with what waits to be sent: that goes along, and not once more. */
function stampFor<Key extends string | number>(set: DataSet<Key>, epoch: number, revision: number): Stamp {
  if (set.isDirty()) set.flush();
  return set.since(epoch, revision) ?? set.whole();
}

/** Keeps one player's addon in step: notes what changes, and sends each data set at most once a tick. */
export class PlayerSync {
  private readonly profile: DataSet<Stat>;
  private readonly currencies: DataSet<number>;
  /** Of the unlocks, which have no keys: what is missed is brought by the list, which is short. */
  private unlockRevision = 1;
  private notices: UnlockNotice[] | undefined;
  private listChanged = false;
  /** An addon has said hello since the player logged in; without one nothing is sent. */
  listening = false;
  /** The player was online before this start of the script: an addon, if there is one, has to be asked for its hello. */
  isAwaited = false;

  /** @param epoch Names this numbering of revisions; never used twice by a realm. */
  constructor(readonly epoch: number) {
    this.profile = new DataSet(epoch);
    this.currencies = new DataSet(epoch);
  }

  /** Notes what `operation` touches. New unlocks come through `gained`, a deletion through `corrected`. */
  touched(operation: Operation): void {
    const field = findProfileField(operation.subject);
    if (field !== undefined) this.profile.mark(field.column);
    else if (isPayment(operation.kind)) this.currencies.mark(operation.subjectId);
  }

  gained(notice: UnlockNotice): void {
    this.notices ??= [];
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
      const index = FIELD_INDEX[column];
      if (before.fields[index] !== after.fields[index]) this.profile.mark(column);
    }
    for (const [id, amount] of pairs(before.balances)) {
      if (amount !== (after.balances[id] ?? 0)) this.currencies.mark(id);
    }
    for (const [id] of pairs(after.balances)) {
      if (before.balances[id] === undefined) this.currencies.mark(id);
    }
    for (const notice of notices) this.gained(notice);
    if (anyLost) this.listChanged = true;
  }

  /** Sends a delta that fits on nothing an addon can hold, which makes it say hello. */
  knock(send: SendMessage): void {
    const { epoch, revision } = this.profile.whole();
    send("profileUpdate", {}, { epoch, revision, base: revision });
  }

  /** Sends what has changed since the last call. */
  flush(state: PlayerState, send: SendMessage): void {
    if (this.profile.isDirty()) this.sendProfile(state, this.profile.flush(), send);
    if (this.currencies.isDirty()) this.sendCurrencies(state, this.currencies.flush(), send);
    this.flushUnlocks(state, send);
  }

  /** Brings an addon that holds `holding` up to date: with a delta where it is of this epoch, with the whole where not. */
  greet(state: PlayerState, holding: Holding, send: SendMessage): void {
    this.listening = true;
    const { epoch } = holding;
    this.sendProfile(state, stampFor(this.profile, epoch, holding.profile), send);
    this.sendCurrencies(state, stampFor(this.currencies, epoch, holding.currencies), send);
    this.sendNotices(send);
    this.sendUnlocks(state, send);
  }

  private sendProfile(state: PlayerState, stamp: Stamp, send: SendMessage): void {
    const stats = stamp.base === 0 ? allStats() : this.profile.changedSince(stamp.base);
    send("profileUpdate", profileData(state, stats), stamp);
  }

  private sendCurrencies(state: PlayerState, stamp: Stamp, send: SendMessage): void {
    const ids = stamp.base === 0 ? currencyIds(state) : this.currencies.changedSince(stamp.base);
    send("currencyUpdate", currencyData(state, ids), stamp);
  }

  private unlockStamp(base: number): Stamp {
    return { epoch: this.epoch, revision: this.unlockRevision, base };
  }

  private flushUnlocks(state: PlayerState, send: SendMessage): void {
    this.sendNotices(send);
    if (this.listChanged) this.sendUnlocks(state, send);
  }

  private sendNotices(send: SendMessage): void {
    for (const notice of this.notices ?? []) {
      this.unlockRevision++;
      send("unlockGained", notice, this.unlockStamp(this.unlockRevision - 1));
    }
    this.notices = undefined;
  }

  private sendUnlocks(state: PlayerState, send: SendMessage): void {
    if (this.listChanged) this.unlockRevision++;
    this.listChanged = false;
    send("unlockList", unlockIds(state), this.unlockStamp(0));
  }
}
