import type { OperationKind } from "./operation";

/**
 * The account of a player's row after an operation: what the tables know stays, and goes with the row.
 *
 * @param account Before it, 0 if it is not known.
 * @param named What the operation names, 0 for none.
 */
export function accountAfter(account: number, kind: OperationKind, named: number): number {
  if (kind === "delete") return 0;
  return account === 0 ? named : account;
}
