import { FIELD_INDEX, findProfileField, type ProfileField } from "../../../shared/catalog/profile-fields";
import { findUnlockType, type UnlockType } from "../../../shared/catalog/unlock-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { textOf } from "../../../shared/language/text-of";
import { checkAdd, checkPay, checkSet } from "../../../shared/profile/check-operation";
import {
  checkCurrencyId,
  checkGuid,
  checkRequestId,
  checkSource,
  checkStat,
  checkUnlock,
} from "../../../shared/profile/check-arguments";
import type { Operation } from "../../../shared/profile/operation";
import type { PlayerProfileAccess } from "../../../shared/profile/player-profile";
import { ascendingIds } from "../engine/ascending-ids";
import { check } from "../api/check-argument";
import { type PlayerProfile, toProfile } from "../players/profile-view";
import { CHANGE_COMMAND, writeChange } from "./change-text";
import type { MapPlayers, View } from "./map-players";
import type { MapPayment, MapWallet } from "./map-wallet";
import type { SharedProfile } from "./shared-profile";

/** Source of changes for which the caller named none. */
const SCRIPT = "script";

/** A player on this map, with what is known of it here. */
interface Present {
  readonly player: EnginePlayer;
  readonly view: View;
  readonly profile: SharedProfile;
}

/** What a script asks for; the cause is whatever event is under way. */
interface Wish extends Omit<Operation, "cause"> {
  readonly requestId?: string | undefined;
}

type Payment = Wish & MapPayment;

/**
 * `DC.PlayerProfile` in the state of a map: the same answers at once, for the players on this map. Changes count here from the
 * moment that they are made, and are carried out by the world's state a tick later. Any other player is an error at the
 * caller's line, as is one whom the world's state does not show yet: `IsKnown` tells.
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

  IncrementStat(guid: number, stat: string, amount = 1, source = SCRIPT): void {
    check("IncrementStat", checkGuid(guid) ?? checkAdd(stat, amount) ?? checkSource("source", source));
    const { column } = findProfileField(stat) as ProfileField;
    const present = this.present(guid, "IncrementStat");
    this.change(present, { kind: "add", subject: column, subjectId: 0, amount, source });
  }

  SetStat(guid: number, stat: string, value: number, source = SCRIPT): void {
    check("SetStat", checkGuid(guid) ?? checkSet(stat, value) ?? checkSource("source", source));
    const { column } = findProfileField(stat) as ProfileField;
    const present = this.present(guid, "SetStat");
    this.change(present, { kind: "set", subject: column, subjectId: 0, amount: value, source });
  }

  /** Decides at once, as the world's state would; that publishes CURRENCY_GAINED when it has carried it out. */
  AddCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    source: string,
    requestId?: string,
  ): LuaMultiReturn<[boolean, string?]> {
    check("AddCurrency", checkGuid(guid) ?? checkPay(currencyId, amount) ?? checkSource("source", source));
    if (requestId !== undefined) check("AddCurrency", checkRequestId(requestId));
    const present = this.present(guid, "AddCurrency");
    const payment: Payment = { kind: "earn", subject: "", subjectId: currencyId, amount, source, requestId };
    const answer = this.wallet.decide(guid, present.view, payment);
    if (answer !== "new") return $multi(answer === "repeated", answer);
    this.change(present, payment);
    return $multi(true);
  }

  /** Decides at once, as the world's state would. Too little: takes nothing, returns false and "not_enough". */
  SpendCurrency(
    guid: number,
    currencyId: number,
    amount: number,
    reason: string,
    requestId?: string,
  ): LuaMultiReturn<[boolean, string?]> {
    check("SpendCurrency", checkGuid(guid) ?? checkPay(currencyId, amount) ?? checkSource("reason", reason));
    if (requestId !== undefined) check("SpendCurrency", checkRequestId(requestId));
    const present = this.present(guid, "SpendCurrency");
    const source = reason;
    const payment: Payment = { kind: "spend", subject: "", subjectId: currencyId, amount, source, requestId };
    const answer = this.wallet.decide(guid, present.view, payment);
    if (answer !== "new") return $multi(answer === "repeated", answer);
    this.change(present, payment);
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
    this.change(present, { kind: "unlock", subject: type, subjectId: unlockId, amount: 0, source });
    return true;
  }

  HasUnlock(guid: number, type: string, unlockId: number): boolean {
    check("HasUnlock", checkGuid(guid) ?? checkUnlock(type, unlockId));
    const { unlocks } = this.present(guid, "HasUnlock").profile.state;
    return unlocks[type as UnlockType]?.[unlockId] !== undefined;
  }

  /** The ids of the player's unlocks of `type`, ascending. */
  GetUnlocks(guid: number, type: string): number[] {
    const row = findUnlockType(type);
    const complaint = row === undefined ? `there is no unlock type '${textOf(type)}'` : undefined;
    check("GetUnlocks", checkGuid(guid) ?? complaint);
    const { unlocks } = this.present(guid, "GetUnlocks").profile.state;
    return ascendingIds((row === undefined ? undefined : unlocks[row.name]) ?? {});
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
      `DC.PlayerProfile:${method}: player ${guid.toFixed(0)} is not on the map of this state, or not known to the world's state yet`,
      3,
    );
  }

  private change({ player, view }: Present, wish: Wish): void {
    const { kind, subject, subjectId, amount, source } = wish;
    const number = view.last + 1;
    const requestId = wish.requestId ?? "";
    const { text, problem } = writeChange({
      ...{ player: player.GetGUIDLow(), number, kind, subject, subjectId, amount },
      ...{ source, cause: this.bus.CurrentType(), requestId },
    });
    if (text === undefined) error(`DC.PlayerProfile: ${problem}`, 3);
    this.players.add(player, view, { number, kind, subject, subjectId, amount, requestId });
    RunCommand(`${CHANGE_COMMAND} ${text}`);
  }
}
