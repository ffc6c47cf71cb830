import { EventType } from "../../../shared/catalog/event-types";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { payment as paymentOperation } from "../../../shared/profile/make-operation";
import type { PaymentKind } from "../../../shared/profile/operation";
import type { PlayerRecord } from "../players/player-record";
import type { Players } from "../players/players";
import { LARGEST_PROMISE, type MapPromises } from "./map-promises";
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

/** The currencies of all players. Decides; the operations that it makes are applied wherever the player's data is. */
export class Wallet {
  constructor(
    private readonly players: Players,
    private readonly requests: Requests,
    private readonly caps: WeeklyCaps,
    private readonly bus: EventBus,
    private readonly promises: MapPromises,
  ) {}

  balance(record: PlayerRecord, currencyId: number): number {
    return record.state.balances[currencyId] ?? 0;
  }

  /**
   * Earns all of the amount, or nothing where balance or weekly cap leave too little room beside what maps have promised.
   * Publishes CURRENCY_GAINED.
   */
  earn(record: PlayerRecord, payment: Payment): LuaMultiReturn<[boolean, WalletAnswer?]> {
    const { currencyId, amount } = payment;
    const standing = this.standing(record, "earn", payment);
    if (standing !== "new") return $multi(standing === "repeated", standing);
    if (this.isTooMuch(record, currencyId, amount)) return $multi(false, "too_much");
    const room = this.caps.room(record, currencyId);
    if (room !== undefined && amount > room - this.promises.amount(record.guid, "earn", currencyId)) {
      return $multi(false, "weekly_cap");
    }
    this.give(record, payment);
    return $multi(true);
  }

  /** Spends all of the amount, or nothing where what maps have promised leaves too little. Publishes CURRENCY_SPENT. */
  spend(record: PlayerRecord, payment: Payment): LuaMultiReturn<[boolean, WalletAnswer?]> {
    const { currencyId, amount } = payment;
    const standing = this.standing(record, "spend", payment);
    if (standing !== "new") return $multi(standing === "repeated", standing);
    const promised = this.promises.amount(record.guid, "spend", currencyId);
    if (this.balance(record, currencyId) - promised < amount) return $multi(false, "not_enough");
    this.take(record, payment);
    return $multi(true);
  }

  /** What is known of the payment by its name; "new" for one without a name. */
  standing(record: PlayerRecord, kind: PaymentKind, payment: Payment): RequestStanding {
    const { requestId, isNew, currencyId, amount } = payment;
    if (requestId === undefined || isNew === true) return "new";
    const asked = { kind, player: record.guid, subject: "", subjectId: currencyId, amount };
    return this.requests.standing(requestId, asked);
  }

  /** Gives without asking whether it may: the balance ends at 2^53 - 1. Publishes CURRENCY_GAINED. */
  give(record: PlayerRecord, payment: Payment): void {
    const { currencyId, amount, source } = payment;
    // Who watches over the players is told by the next line, and must see the week with it.
    this.caps.count(record, currencyId, amount);
    this.apply(record, "earn", payment);
    const data = { currency_type: currencyId, amount, source };
    this.bus.Publish({ type: EventType.CURRENCY_GAINED, player: record.guid, data });
  }

  /** Takes without asking whether it may: the balance ends at 0. Publishes CURRENCY_SPENT. */
  take(record: PlayerRecord, payment: Payment): void {
    const { currencyId, amount, source } = payment;
    this.apply(record, "spend", payment);
    const data = { currency_type: currencyId, amount, reason: source };
    this.bus.Publish({ type: EventType.CURRENCY_SPENT, player: record.guid, data });
  }

  /** Maps' promises are read where they can matter only: below that there is room for the largest. */
  private isTooMuch(record: PlayerRecord, currencyId: number, amount: number): boolean {
    const left = MAXIMUM_AMOUNT - this.balance(record, currencyId) - amount;
    return left < LARGEST_PROMISE && left < this.promises.amount(record.guid, "earn", currencyId);
  }

  private apply(record: PlayerRecord, kind: PaymentKind, payment: Payment): void {
    const { currencyId, amount, source, requestId } = payment;
    const cause = payment.cause ?? this.bus.CurrentType();
    this.players.apply(record, paymentOperation(kind, currencyId, amount, source, cause), requestId);
  }
}
