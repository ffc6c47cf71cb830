import { applyOperation } from "./apply-operation";
import type { Operation } from "./operation";
import type { PlayerState } from "./player-state";

/** An operation on its way to the tables: the boot that it belongs to numbers its operations 1, 2, 3, ... */
export interface JournaledOperation {
  readonly sequence: number;
  readonly player: number;
  readonly operation: Operation;
}

/**
 * Makes `base`, fresh from the tables, the state that scripts see: the operations that the tables do not hold yet are
 * applied again on top (server reconciliation).
 *
 * @param acknowledged The last sequence number that `base` holds.
 */
export function rebase(
  base: PlayerState,
  pending: readonly JournaledOperation[],
  acknowledged: number,
): PlayerState {
  for (const { sequence, operation } of pending) {
    if (sequence > acknowledged) applyOperation(base, operation);
  }
  return base;
}
