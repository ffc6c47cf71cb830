import { FIELD_INDEX, findProfileField, type ProfileField } from "../../../shared/catalog/profile-fields";
import type { UnlockType } from "../../../shared/catalog/unlock-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { checkAdd, checkSet } from "../../../shared/profile/check-operation";
import {
  checkCurrencyId,
  checkGuid,
  checkSource,
  checkStat,
  checkUnlock,
  checkUnlockType,
} from "../../../shared/profile/check-arguments";
import { payment, statChange, unlockOf } from "../../../shared/profile/make-operation";
import type { Operation } from "../../../shared/profile/operation";
import type { PlayerProfileAccess } from "../../../shared/profile/player-profile";
import { ascendingIds } from "../engine/ascending-ids";
import { check, checkPayment, DEFAULT_SOURCE } from "../api/check-argument";
import { type PlayerProfile, toProfile } from "../players/profile-view";
import { CHANGE_COMMAND, writeChange } from "./change-text";
import type { MapPlayers, View } from "./map-players";
import type { MapWallet } from "./map-wallet";
import type { SharedProfile } from "./shared-profile";

/** A player on this map, with what is known of it here. */
interface Present {
  readonly player: EnginePlayer;
  readonly view: View;
  readonly profile: SharedProfile;
}

/**
 * `DC.PlayerProfile` in a map state: the same answers at once, for the players on this map. Changes count here from the
 * moment that they are made, and are carried out by the world state a tick later. Any other player is an error at the
 * caller's line, as is one whom the world state does not show yet: `IsKnown` tells.
 */
export class MapProfile implements PlayerProfileAccess {
  constructor(
    private readonly players: MapPlayers,
    private readonly wallet: MapWallet,
    private readonly bus: EventBus,
  ) {}

  /** Whether the other methods answer for this player, in this state and now. */
  IsKnown(guid: number): boolean {
    check("IsKnown", checkGuid(guid));
    return this.find(guid) !== undefined;
  }

  /** A copy of the player's profile as the document has it. */
  GetProfile(guid: number): PlayerProfile {
    check("GetProfile", checkGuid(guid));
    const { accountId, state } = this.present(guid, "GetProfile").profile;
    return toProfile({ guid, accountId, state });
  }

  GetStat(guid: number, stat: string): number {
    check("GetStat", checkGuid(guid) ?? checkStat(stat));
    const { column } = findProfileField(stat) as ProfileField;
    return this.present(guid, "GetStat").profile.state.fields[FIELD_INDEX[column]];
  }

  IncrementStat(guid: number, stat: string, amount = 1, source = DEFAULT_SOURCE): void {
    check("IncrementStat", checkGuid(guid) ?? checkAdd(stat, amount) ?? checkSource("source", source));
    const present = this.present(guid, "IncrementStat");
    this.change(present, statChange("add", stat, amount, source, this.bus.CurrentType()));
  }

  SetStat(guid: number, stat: string, value: number, source = DEFAULT_SOURCE): void {
    check("SetStat", checkGuid(guid) ?? checkSet(stat, value) ?? checkSource("source", source));
    const present = this.present(guid, "SetStat");
    this.change(present, statChange("set", stat, value, source, this.bus.CurrentType()));
  }

  /** Decides at once, as the world state would; that publishes CURRENCY_GAINED when it has carried it out. */
  AddCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    source: string,
    requestId?: string,
  ): LuaMultiReturn<[boolean, string?]> {
    check("AddCurrency", checkPayment(guid, currencyId, amount, "source", source, requestId));
    const present = this.present(guid, "AddCurrency");
    const income = payment("earn", currencyId, amount, source, this.bus.CurrentType());
    const answer = this.wallet.decide(guid, present.view, income, requestId);
    if (answer !== "new") return $multi(answer === "repeated", answer);
    this.change(present, income, requestId);
    return $multi(true);
  }

  /** Decides at once, as the world state would. Too little: takes nothing, returns false and "not_enough". */
  SpendCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    reason: string,
    requestId?: string,
  ): LuaMultiReturn<[boolean, string?]> {
    check("SpendCurrency", checkPayment(guid, currencyId, amount, "reason", reason, requestId));
    const present = this.present(guid, "SpendCurrency");
    const spend = payment("spend", currencyId, amount, reason, this.bus.CurrentType());
    const answer = this.wallet.decide(guid, present.view, spend, requestId);
    if (answer !== "new") return $multi(answer === "repeated", answer);
    this.change(present, spend, requestId);
    return $multi(true);
  }

  GetCurrency(guid: number, currencyId: number): number {
    check("GetCurrency", checkGuid(guid) ?? checkCurrencyId(currencyId));
    return this.present(guid, "GetCurrency").profile.state.balances[currencyId] ?? 0;
  }

  /** Only currencies with a weekly cap are counted here: 0 and nil for the others. */
  GetWeeklyEarned(guid: number, currencyId: number): LuaMultiReturn<[number, number | undefined]> {
    check("GetWeeklyEarned", checkGuid(guid) ?? checkCurrencyId(currencyId));
    const week = this.present(guid, "GetWeeklyEarned").profile.week[currencyId];
    return $multi(week?.earned ?? 0, week?.cap);
  }

  /** Returns false, and changes nothing, if the player has it. */
  GrantUnlock(guid: number, type: string, unlockId: number, source: string): boolean {
    check("GrantUnlock", checkGuid(guid) ?? checkUnlock(type, unlockId) ?? checkSource("source", source));
    const present = this.present(guid, "GrantUnlock");
    if (present.profile.state.unlocks[type as UnlockType]?.[unlockId] !== undefined) return false;
    this.change(present, unlockOf(type as UnlockType, unlockId, source, this.bus.CurrentType()));
    return true;
  }

  HasUnlock(guid: number, type: string, unlockId: number): boolean {
    check("HasUnlock", checkGuid(guid) ?? checkUnlock(type, unlockId));
    const { unlocks } = this.present(guid, "HasUnlock").profile.state;
    return unlocks[type as UnlockType]?.[unlockId] !== undefined;
  }

  /** The ids of the player's unlocks of `type`, ascending. */
  GetUnlocks(guid: number, type: string): number[] {
    check("GetUnlocks", checkGuid(guid) ?? checkUnlockType(type));
    const { unlocks } = this.present(guid, "GetUnlocks").profile.state;
    return ascendingIds(unlocks[type as UnlockType] ?? {});
  }

  private find(guid: number): Present | undefined {
    const player = this.players.find(guid);
    const view = player === undefined ? undefined : this.players.view(player);
    if (player === undefined || view === undefined) return undefined;
    return { player, view, profile: view.profile };
  }

  /** 1 is this function, 2 the method, 3 its caller. */
  private present(guid: number, method: string): Present {
    const present = this.find(guid);
    if (present !== undefined) return present;
    error(
      `DC.PlayerProfile:${method}: player ${guid.toFixed(0)} is not on the map of this state, or not known to the world state yet`,
      3,
    );
  }

  private change({ player, view }: Present, operation: Operation, requestId = ""): void {
    const { kind, subject, subjectId, amount } = operation;
    const number = view.last + 1;
    const { text, problem } = writeChange({ ...operation, player: player.GetGUIDLow(), number, requestId });
    if (text === undefined) error(`DC.PlayerProfile: ${problem}`, 3);
    this.players.add(player, view, { number, kind, subject, subjectId, amount, requestId });
    RunCommand(`${CHANGE_COMMAND} ${text}`);
  }
}
