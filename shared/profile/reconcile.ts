import { applyOperation } from "./apply-operation";
import type { Operation } from "./operation";
import type { PlayerState } from "./player-state";

/**
 * Makes `base`, fresh from the tables, the state that scripts see: the operations that the tables do not hold yet are
 * applied again on top (server reconciliation).
 *
 * @param pending What `base` does not hold, newest first.
 */
export function rebase(
  base: PlayerState,
  pending: readonly { readonly operation: Operation }[],
): PlayerState {
  for (let index = pending.length - 1; index >= 0; index--) {
    const entry = pending[index];
    if (entry !== undefined) applyOperation(base, entry.operation);
  }
  return base;
}
