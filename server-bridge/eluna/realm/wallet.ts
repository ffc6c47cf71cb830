import { EventType } from "../../../shared/catalog/event-types";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { OperationKind } from "../../../shared/profile/operation";
import type { PlayerRecord } from "./player-record";
import type { Players } from "./players";
import type { RequestStanding, Requests } from "./requests";
import type { WeeklyCaps } from "./weekly-caps";

/**
 * Why a wallet did not do what it was asked, or that it had done it before. "too_much": the balance would pass 2^53 - 1; what has
 * to do with the name of the request is told by `RequestStanding`.
 */
export type WalletAnswer = "not_enough" | "weekly_cap" | "too_much" | Exclude<RequestStanding, "new">;

/** What is to be earned or spent, with the arguments checked. */
export interface Payment {
  readonly currencyId: number;
  readonly amount: number;
  /** Source of an income, reason of a spend. */
  readonly source: string;
  /** Names the request: it is carried out once, however often it comes. */
  readonly requestId: string | undefined;
  /** True where the caller has just asked for what is known by the name, and it is nothing. */
  readonly isNew?: true;
  /** What the ledger notes as the cause; the event under way if it is left out. */
  readonly cause?: string;
}

/** What of a balance is promised elsewhere. */
export type Reservations = (this: void, guid: number, currencyId: number) => number;

/** The currencies of all players. Decides; the operations that it makes are applied wherever the player's data is. */
export class Wallet {
  private reserved: Reservations | undefined;

  constructor(
    private readonly players: Players,
    private readonly requests: Requests,
    private readonly caps: WeeklyCaps,
    private readonly bus: EventBus,
  ) {}

  /** From now on no spend takes what `reserved` says is promised. */
  keepBack(reserved: Reservations): void {
    this.reserved = reserved;
  }

  balance(record: PlayerRecord, currencyId: number): number {
    return record.state.balances[currencyId] ?? 0;
  }

  /** Earns all of the amount, or nothing where balance or weekly cap leave too little room. Publishes CURRENCY_GAINED. */
  earn(record: PlayerRecord, payment: Payment): LuaMultiReturn<[boolean, WalletAnswer?]> {
    const { currencyId, amount, source } = payment;
    const standing = this.standing(record, "earn", payment);
    if (standing !== "new") return $multi(standing === "repeated", standing);
    if (this.balance(record, currencyId) + amount > MAXIMUM_AMOUNT) return $multi(false, "too_much");
    const room = this.caps.room(record, currencyId);
    if (room !== undefined && amount > room) return $multi(false, "weekly_cap");
    this.apply(record, "earn", payment);
    this.caps.count(record, currencyId, amount);
    const data = { currency_type: currencyId, amount, source };
    this.bus.Publish({ type: EventType.CURRENCY_GAINED, player: record.guid, data });
    return $multi(true);
  }

  /** Spends all of the amount, or nothing where there is too little. Publishes CURRENCY_SPENT. */
  spend(record: PlayerRecord, payment: Payment): LuaMultiReturn<[boolean, WalletAnswer?]> {
    const { currencyId, amount } = payment;
    const standing = this.standing(record, "spend", payment);
    if (standing !== "new") return $multi(standing === "repeated", standing);
    const reserved = this.reserved?.(record.guid, currencyId) ?? 0;
    if (this.balance(record, currencyId) - reserved < amount) return $multi(false, "not_enough");
    this.pay(record, payment);
    return $multi(true);
  }

  /**
   * Carries out a spend that has been decided elsewhere: the goods are out, so it is never refused, and the balance ends at 0. A
   * name that stands for another request is left to that one.
   *
   * @returns How much was missing.
   */
  spendDecided(record: PlayerRecord, payment: Payment): number {
    const standing = this.standing(record, "spend", payment);
    if (standing === "repeated") return 0;
    const missing = math.max(0, payment.amount - this.balance(record, payment.currencyId));
    this.pay(record, standing === "id_in_use" ? { ...payment, requestId: undefined } : payment);
    return missing;
  }

  private standing(record: PlayerRecord, kind: "earn" | "spend", payment: Payment): RequestStanding {
    const { requestId, isNew, currencyId, amount } = payment;
    if (requestId === undefined || isNew === true) return "new";
    const asked = { kind, player: record.guid, subject: "", subjectId: currencyId, amount };
    return this.requests.standing(requestId, asked);
  }

  private pay(record: PlayerRecord, payment: Payment): void {
    const { currencyId, amount, source } = payment;
    this.apply(record, "spend", payment);
    const data = { currency_type: currencyId, amount, reason: source };
    this.bus.Publish({ type: EventType.CURRENCY_SPENT, player: record.guid, data });
  }

  private apply(record: PlayerRecord, kind: OperationKind, payment: Payment): void {
    const { currencyId, amount, source, requestId } = payment;
    const cause = payment.cause ?? this.bus.CurrentType();
    this.players.apply(
      record,
      { kind, subject: "", subjectId: currencyId, amount, source, cause },
      requestId,
    );
  }
}
