import type { Operation } from "../../../shared/profile/operation";
import type { Players } from "../players/players";
import type { Unlocks } from "./unlocks";

/** What a request works on that is none for a payment. */
interface RequestTarget {
  readonly players: Players;
  readonly unlocks: Unlocks;
}

/**
 * Carries out a checked request that is none for a payment.
 *
 * @param requestId Names it in the ledger.
 * @returns false, and nothing has changed, for an unlock that the player has.
 */
export function applyRequest(
  { players, unlocks }: RequestTarget,
  guid: number,
  operation: Operation,
  requestId?: string,
): boolean {
  if (operation.kind === "unlock") return unlocks.grant(guid, operation, requestId);
  players.apply(players.record(guid), operation, requestId);
  return true;
}
