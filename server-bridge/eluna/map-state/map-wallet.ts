import type { Operation } from "../../../shared/profile/operation";
import { type RequestStanding, standingAmong } from "../wallet/requests";
import type { WalletAnswer } from "../wallet/wallet";
import { findRequests } from "../tables/request-ledger";
import { incomeRoom } from "./income-room";
import type { View } from "./map-players";

/** "new" for a payment that is to be made, and otherwise what the world's wallet would answer. */
type Decision = "new" | WalletAnswer;

/** Decides about money in a map state: a true is a promise, so whatever the world's wallet would refuse is refused here. */
export class MapWallet {
  /** @param isOpen Whether the tables can be read. */
  constructor(private readonly isOpen: (this: void) => boolean) {}

  /** @param payment What a script wants the player, who is on this map, to earn or spend: checked. */
  decide(player: number, view: View, payment: Operation, requestId?: string): Decision {
    const standing = requestId === undefined ? "new" : this.standing(player, view, payment, requestId);
    if (standing !== "new") return standing;
    return payment.kind === "earn" ? this.decideIncome(view, payment) : this.decideSpend(view, payment);
  }

  private decideIncome(view: View, { subjectId, amount }: Operation): Decision {
    if (amount > incomeRoom(view, subjectId)) return "too_much";
    const week = view.profile.week[subjectId];
    return week !== undefined && week.earned + amount > week.cap ? "weekly_cap" : "new";
  }

  private decideSpend({ profile }: View, { subjectId, amount }: Operation): Decision {
    return (profile.state.balances[subjectId] ?? 0) < amount ? "not_enough" : "new";
  }

  /** From what maps have promised the player what is on its way, from ledger and queue the rest. */
  private standing(
    player: number,
    { changes }: View,
    payment: Operation,
    requestId: string,
  ): RequestStanding {
    const asked = { ...payment, player };
    for (const change of changes) {
      if (change.requestId === requestId) return standingAmong([{ ...change, player }], asked);
    }
    return standingAmong(this.isOpen() ? findRequests([requestId])?.[0] : undefined, asked);
  }
}
