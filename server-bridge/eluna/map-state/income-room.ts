import { isPayment } from "../../../shared/profile/operation";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { LARGEST_PROMISE } from "../wallet/map-promises";
import type { View } from "./map-players";

/**
 * How much more of the currency a map may promise the player. What has a name may be a repetition: an income has its room all
 * the same, and a spend makes none. The world state shows an income at once only where the balance is above the half that a
 * promise leaves it.
 */
export function incomeRoom({ profile, changes }: View, currencyId: number): number {
  let promised = 0;
  let uncertain = 0;
  for (const { kind, subjectId, amount, requestId } of changes) {
    if (subjectId !== currencyId || !isPayment(kind)) continue;
    if (kind === "earn") promised += amount;
    if (requestId !== "") uncertain += amount;
  }
  const balance = profile.state.balances[currencyId] ?? 0;
  return math.min(LARGEST_PROMISE - promised, MAXIMUM_AMOUNT - balance - uncertain);
}
