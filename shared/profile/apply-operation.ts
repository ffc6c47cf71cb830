import { MAXIMUM_AMOUNT, NUMBER_TYPES } from "../catalog/number-types";
import { FIELD_INDEX, findProfileField, type ProfileField } from "../catalog/profile-fields";
import type { UnlockType } from "../catalog/unlock-types";
import type { Operation, OperationKind } from "./operation";
import { emptyPlayerState, type PlayerState } from "./player-state";

type Rule = (state: PlayerState, operation: Operation) => number;

function within(value: number, maximum: number): number {
  if (value < 0) return 0;
  return value > maximum ? maximum : value;
}

function put(state: PlayerState, field: ProfileField, value: number): number {
  const index = FIELD_INDEX[field.column];
  const before = state.fields[index];
  // Adding 0 turns -0, which is written as "-0", into 0, and changes nothing else.
  const after = within(value + 0, NUMBER_TYPES[field.type].maximum);
  state.fields[index] = after;
  return after - before;
}

/** A sum beyond 2^53 - 1 is not exact any more; `within` brings it back to the maximum all the same. */
function add(state: PlayerState, operation: Operation): number {
  const field = findProfileField(operation.subject);
  if (field === undefined) return 0;
  return put(state, field, state.fields[FIELD_INDEX[field.column]] + operation.amount);
}

function set(state: PlayerState, operation: Operation): number {
  const field = findProfileField(operation.subject);
  return field === undefined ? 0 : put(state, field, operation.amount);
}

function earn(state: PlayerState, operation: Operation): number {
  const { subjectId: id, amount } = operation;
  const before = state.balances[id] ?? 0;
  const after = within(before + amount, MAXIMUM_AMOUNT);
  state.balances[id] = after;
  state.earned[id] = within((state.earned[id] ?? 0) + amount, MAXIMUM_AMOUNT);
  return after - before;
}

/**
 * The realm has decided the spend against what it knew, and the goods are out. If someone took the money from the
 * tables meanwhile, the balance ends at 0 and the ledger shows how much was really taken.
 */
function spend(state: PlayerState, operation: Operation): number {
  const id = operation.subjectId;
  const before = state.balances[id] ?? 0;
  const after = within(before - operation.amount, MAXIMUM_AMOUNT);
  const taken = before - after;
  state.balances[id] = after;
  state.spent[id] = within((state.spent[id] ?? 0) + taken, MAXIMUM_AMOUNT);
  // Not -taken: the negative of 0 is -0 in Lua 5.1 and JavaScript, and 0 in an integer of Lua 5.3.
  return after - before;
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
  state.balances = empty.balances;
  state.earned = empty.earned;
  state.spent = empty.spent;
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
