import { type RequestStanding, standingAmong } from "../wallet/requests";
import type { WalletAnswer } from "../wallet/wallet";
import { findRequests } from "../tables/request-ledger";
import { incomeRoom } from "./income-room";
import type { View } from "./map-players";

/** What a script wants a player on this map to earn or spend, with the arguments checked. */
export interface MapPayment {
  readonly kind: "earn" | "spend";
  /** The currency. */
  readonly subjectId: number;
  readonly amount: number;
  readonly requestId: string | undefined;
}

/** "new" for a payment that is to be made, and otherwise what the world's wallet would answer. */
type Decision = "new" | WalletAnswer;

/** Decides about money in a map's state: a true is a promise, so whatever the world's wallet would refuse is refused here. */
export class MapWallet {
  /** @param isOpen Whether the tables can be read. */
  constructor(private readonly isOpen: (this: void) => boolean) {}

  decide(player: number, view: View, payment: MapPayment): Decision {
    const standing = this.standing(player, view, payment);
    if (standing !== "new") return standing;
    return payment.kind === "earn" ? this.decideIncome(view, payment) : this.decideSpend(view, payment);
  }

  private decideIncome(view: View, { subjectId, amount }: MapPayment): Decision {
    if (amount > incomeRoom(view, subjectId)) return "too_much";
    const week = view.profile.week[subjectId];
    return week !== undefined && week.earned + amount > week.cap ? "weekly_cap" : "new";
  }

  private decideSpend({ profile }: View, { subjectId, amount }: MapPayment): Decision {
    return (profile.state.balances[subjectId] ?? 0) < amount ? "not_enough" : "new";
  }

  /** From what maps have promised the player what is on its way, from ledger and queue the rest. */
  private standing(player: number, { changes }: View, payment: MapPayment): RequestStanding {
    const { kind, subjectId, amount, requestId } = payment;
    if (requestId === undefined) return "new";
    const asked = { player, kind, subject: "", subjectId, amount };
    for (const change of changes) {
      if (change.requestId === requestId) return standingAmong([{ ...change, player }], asked);
    }
    return standingAmong(this.isOpen() ? findRequests([requestId])?.[0] : undefined, asked);
  }
}
