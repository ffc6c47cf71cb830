import { MAXIMUM_AMOUNT, NUMBER_TYPES } from "../catalog/number-types";
import { findProfileField, type ProfileField } from "../catalog/profile-fields";
import type { UnlockType } from "../catalog/unlock-types";
import type { Operation, OperationKind } from "./operation";
import { emptyPlayerState, type PlayerState, walletOf } from "./player-state";

type Rule = (state: PlayerState, operation: Operation) => number;

function within(value: number, maximum: number): number {
  if (value < 0) return 0;
  return value > maximum ? maximum : value;
}

function put(state: PlayerState, field: ProfileField, value: number): number {
  const before = state.fields[field.column];
  const after = within(value, NUMBER_TYPES[field.type].maximum);
  state.fields[field.column] = after;
  return after - before;
}

/** A sum beyond 2^53 - 1 is not exact any more; `within` brings it back to the maximum all the same. */
function add(state: PlayerState, operation: Operation): number {
  const field = findProfileField(operation.subject);
  return field === undefined ? 0 : put(state, field, state.fields[field.column] + operation.amount);
}

function set(state: PlayerState, operation: Operation): number {
  const field = findProfileField(operation.subject);
  return field === undefined ? 0 : put(state, field, operation.amount);
}

function earn(state: PlayerState, operation: Operation): number {
  const wallet = walletOf(state, operation.subjectId);
  const before = wallet.amount;
  wallet.amount = within(before + operation.amount, MAXIMUM_AMOUNT);
  wallet.earned = within(wallet.earned + operation.amount, MAXIMUM_AMOUNT);
  return wallet.amount - before;
}

/**
 * The realm has decided the spend against what it knew, and the goods are out. If someone took the money from the
 * tables meanwhile, the balance ends at 0 and the ledger shows how much was really taken.
 */
function spend(state: PlayerState, operation: Operation): number {
  const wallet = walletOf(state, operation.subjectId);
  const before = wallet.amount;
  wallet.amount = within(before - operation.amount, MAXIMUM_AMOUNT);
  const taken = before - wallet.amount;
  wallet.spent = within(wallet.spent + taken, MAXIMUM_AMOUNT);
  // Not -taken: the negative of 0 is -0 in Lua 5.1 and JavaScript, and 0 in an integer of Lua 5.3.
  return wallet.amount - before;
}

function unlock(state: PlayerState, operation: Operation): number {
  const type = operation.subject as UnlockType;
  let owned = state.unlocks[type];
  if (owned === undefined) {
    owned = {};
    state.unlocks[type] = owned;
  }
  if (owned[operation.subjectId] !== undefined) return 0;
  owned[operation.subjectId] = operation.source;
  return 1;
}

function deleteAll(state: PlayerState): number {
  const empty = emptyPlayerState();
  state.fields = empty.fields;
  state.currencies = empty.currencies;
  state.unlocks = empty.unlocks;
  return 0;
}

const RULES: Readonly<Record<OperationKind, Rule>> = { add, set, earn, spend, unlock, delete: deleteAll };

/**
 * Applies `operation` to `state`: the one rule that the realm, the bridge and the tests share. Sums end at the range
 * of the column and never wrap.
 *
 * @returns The change that was really made: of the value, of the balance, or 1 for an unlock that is new.
 */
export function applyOperation(state: PlayerState, operation: Operation): number {
  return RULES[operation.kind](state, operation);
}
