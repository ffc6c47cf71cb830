import {
  FIELD_INDEX,
  findProfileField,
  PROFILE_FIELDS,
  type ProfileField,
  type Stat,
} from "../../../shared/catalog/profile-fields";
import type { UnlockType } from "../../../shared/catalog/unlock-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { checkAdd, checkSet } from "../../../shared/profile/check-operation";
import {
  checkAccountId,
  checkCurrencyId,
  checkGuid,
  checkRequestId,
  checkSource,
  checkStat,
  checkUnlock,
  checkUnlockType,
} from "../../../shared/profile/check-arguments";
import { deletion, statChange, unlockOf } from "../../../shared/profile/make-operation";
import type { StatKind } from "../../../shared/profile/operation";
import type { PlayerProfileAccess } from "../../../shared/profile/player-profile";
import type { CurrencyDefinitions } from "../tables/currency-definitions";
import { ascendingIds } from "../engine/ascending-ids";
import { check, checkCallback, checkPayment, checkProfile, DEFAULT_SOURCE } from "./check-argument";
import { GivenProfiles } from "../players/given-profiles";
import type { PlayerRecord } from "../players/player-record";
import type { Players } from "../players/players";
import { type PlayerProfile, readSaved } from "../players/profile-view";
import type { LoadCallback, ReadQueue } from "../players/read-queue";
import type { Unlocks } from "../wallet/unlocks";
import type { Wallet } from "../wallet/wallet";
import type { WeeklyCaps } from "../wallet/weekly-caps";

/** Source of the change of nothing that makes a player's row in the tables. */
const CREATION = "profile_created";

/**
 * The document's PlayerProfileManager, `DC.PlayerProfile` in scripts. Answers at once, for players online and, after one short
 * read, offline. A wrong argument is an error at the caller's line, and changes nothing.
 */
export class PlayerProfileManager implements PlayerProfileAccess {
  private readonly given = new GivenProfiles();

  constructor(
    private readonly players: Players,
    private readonly reads: ReadQueue,
    private readonly wallet: Wallet,
    private readonly caps: WeeklyCaps,
    private readonly bus: EventBus,
    private readonly unlocks: Unlocks,
    private readonly currencies: CurrencyDefinitions,
  ) {}

  /**
   * Whether what is in memory of the player comes from the tables, so that the other methods answer without a read. Before the
   * tables are there, they answer from what has happened since the start of the script.
   */
  IsLoaded(guid: number): boolean {
    check("IsLoaded", checkGuid(guid));
    return this.players.isLoaded(guid);
  }

  /**
   * Calls `callback(guid)` when the player's data have been read: at once if they are there, otherwise in a later tick, a few
   * players each. An error that it raises is reported in the log.
   */
  WhenLoaded(guid: number, callback: LoadCallback): void {
    check("WhenLoaded", checkGuid(guid) ?? checkCallback(callback));
    this.reads.whenLoaded(guid, callback);
  }

  /** The low GUIDs of everybody online, ascending; also of those behind a loading screen, whom the world does not hold. */
  GetOnline(): number[] {
    return this.players.records.online().sort((left, right) => left - right);
  }

  /** A copy of the player's profile as the document has it. Changes to it count when `SaveProfile` gets it. */
  GetProfile(guid: number): PlayerProfile {
    check("GetProfile", checkGuid(guid));
    return this.given.give(this.players.record(guid));
  }

  /** The same; a player of whom the tables know no account gets a row with this one. */
  GetOrCreateProfile(guid: number, accountId: number): PlayerProfile {
    check("GetOrCreateProfile", checkGuid(guid) ?? checkAccountId(accountId));
    const record = this.players.record(guid);
    if (record.accountId === 0) {
      record.accountId = accountId;
      this.changeStat(record, "add", "total_logins", 0, CREATION);
    }
    return this.given.give(record);
  }

  /**
   * Sets every field that the script has changed in a profile of `GetProfile`; in a table that it has made itself, every field
   * that differs from what counts now. A profile that was not read from the tables is an error: see `WhenLoaded`.
   */
  SaveProfile(profile: PlayerProfile): void {
    check("SaveProfile", checkProfile(profile));
    const record = this.players.record(profile.guid);
    const base = this.given.baseOf(profile, record);
    if (base === undefined) {
      error("DC.PlayerProfile:SaveProfile: the profile was not read from the tables, see WhenLoaded", 2);
    }
    const { values, problem } = readSaved(profile, base);
    if (values === undefined) error(`DC.PlayerProfile:SaveProfile: ${problem}`, 2);
    for (const { column } of PROFILE_FIELDS) {
      const index = FIELD_INDEX[column];
      if (values[index] !== base[index]) this.setTo(record, column, values[index]);
    }
    this.given.saved(profile, values);
  }

  /** Removes all that the tables hold of the player. */
  DeleteProfile(guid: number): void {
    check("DeleteProfile", checkGuid(guid));
    this.players.apply(this.players.record(guid), deletion(DEFAULT_SOURCE, this.bus.CurrentType()));
  }

  /** @param source The system that asks, for the ledger; "script" if it is left out. */
  IncrementStat(guid: number, stat: string, amount = 1, source = DEFAULT_SOURCE): void {
    check("IncrementStat", checkGuid(guid) ?? checkAdd(stat, amount) ?? checkSource("source", source));
    this.changeStat(this.players.record(guid), "add", stat, amount, source);
  }

  /** A value that the column cannot hold is refused. */
  SetStat(guid: number, stat: string, value: number, source = DEFAULT_SOURCE): void {
    check("SetStat", checkGuid(guid) ?? checkSet(stat, value) ?? checkSource("source", source));
    this.changeStat(this.players.record(guid), "set", stat, value, source);
  }

  GetStat(guid: number, stat: string): number {
    check("GetStat", checkGuid(guid) ?? checkStat(stat));
    const { column } = findProfileField(stat) as ProfileField;
    return this.players.record(guid).state.fields[FIELD_INDEX[column]];
  }

  /**
   * Gives currency and publishes CURRENCY_GAINED.
   *
   * @param requestId Names the request, at most 64 bytes: a repeated one is answered with true and "repeated" and not applied again.
   * @returns true, or false and why not: see `WalletAnswer`.
   */
  AddCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    source: string,
    requestId?: string,
  ): LuaMultiReturn<[boolean, string?]> {
    check("AddCurrency", checkPayment(guid, currencyId, amount, "source", source, requestId));
    return this.wallet.earn(this.players.record(guid), { currencyId, amount, source, requestId });
  }

  /** Takes currency and publishes CURRENCY_SPENT. Too little: takes nothing, returns false and "not_enough". */
  SpendCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    reason: string,
    requestId?: string,
  ): LuaMultiReturn<[boolean, string?]> {
    check("SpendCurrency", checkPayment(guid, currencyId, amount, "reason", reason, requestId));
    return this.wallet.spend(this.players.record(guid), { currencyId, amount, source: reason, requestId });
  }

  GetCurrency(guid: number, currencyId: number): number {
    // Shops and tooltips ask at every glance. What has a balance has passed the checks, so that only the others need them.
    const balances = this.players.balances.get(guid) as Record<number, number> | undefined;
    const balance = balances && balances[currencyId];
    if (balance) return balance;
    check("GetCurrency", checkGuid(guid) ?? checkCurrencyId(currencyId));
    return this.wallet.balance(this.players.record(guid), currencyId);
  }

  /** What the player has earned since the weekly reset, and the cap, nil if there is none: "127 of 500 this week". */
  GetWeeklyEarned(guid: number, currencyId: number): LuaMultiReturn<[number, number | undefined]> {
    check("GetWeeklyEarned", checkGuid(guid) ?? checkCurrencyId(currencyId));
    return $multi(
      this.caps.earned(this.players.record(guid), currencyId),
      this.currencies.weeklyCap(currencyId),
    );
  }

  /** Grants the unlock, once. Returns false, and changes nothing, if the player has it, or a map has just granted it. */
  GrantUnlock(guid: number, type: string, unlockId: number, source: string, requestId?: string): boolean {
    check("GrantUnlock", checkGuid(guid) ?? checkUnlock(type, unlockId));
    check("GrantUnlock", checkSource("source", source) ?? checkRequestId(requestId));
    const unlock = unlockOf(type as UnlockType, unlockId, source, this.bus.CurrentType());
    return this.unlocks.grant(guid, unlock, requestId);
  }

  HasUnlock(guid: number, type: string, unlockId: number): boolean {
    check("HasUnlock", checkGuid(guid) ?? checkUnlock(type, unlockId));
    return this.players.record(guid).state.unlocks[type as UnlockType]?.[unlockId] !== undefined;
  }

  /** The ids of the player's unlocks of `type`, ascending. */
  GetUnlocks(guid: number, type: string): number[] {
    check("GetUnlocks", checkGuid(guid) ?? checkUnlockType(type));
    return ascendingIds(this.players.record(guid).state.unlocks[type as UnlockType] ?? {});
  }

  private setTo(record: PlayerRecord, stat: Stat, value: number): void {
    if (record.state.fields[FIELD_INDEX[stat]] !== value)
      this.changeStat(record, "set", stat, value, DEFAULT_SOURCE);
  }

  private changeStat(
    record: PlayerRecord,
    kind: StatKind,
    stat: string,
    amount: number,
    source: string,
  ): void {
    this.players.apply(record, statChange(kind, stat, amount, source, this.bus.CurrentType()));
  }
}
