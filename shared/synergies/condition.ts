import { type ConditionOperator, findConditionOperator } from "../catalog/condition-operators";
import { MAXIMUM_AMOUNT } from "../catalog/number-types";
import type { JsonMember, JsonValue } from "../json/json-value";

export interface Comparison {
  readonly operator: ConditionOperator["name"];
  /** What the player's value is compared with: one number, or those of an `in`. */
  readonly operands: readonly number[];
}

/** One key of a synergy's `source_condition`. */
export interface Condition {
  readonly key: string;
  /** All must be true. */
  readonly comparisons: readonly Comparison[];
}

type Read<T> = { readonly read: T; readonly problem?: undefined } | { readonly problem: string };

/** A whole number, or a boolean as 1 or 0: the document reads an int64. */
function readOperand(name: string, value: JsonValue): Read<number> {
  if (value.kind === "boolean") return { read: value.boolean ? 1 : 0 };
  if (value.kind !== "number") return { problem: `${name} must be a number, not ${value.kind}` };
  if (value.number % 1 !== 0 || Math.abs(value.number) > MAXIMUM_AMOUNT) {
    return { problem: `${name} must be a whole number` };
  }
  return { read: value.number };
}

function readList(name: string, value: JsonValue): Read<number[]> {
  if (value.kind !== "array" || value.items.length === 0) {
    return { problem: `${name} must be a list of numbers` };
  }
  const operands: number[] = [];
  for (const item of value.items) {
    const operand = readOperand(`each number of ${name}`, item);
    if (operand.problem !== undefined) return operand;
    operands.push(operand.read);
  }
  return { read: operands };
}

function readComparison(member: JsonMember): Read<Comparison> {
  const name = `'${member.key}'`;
  const operator = findConditionOperator(member.key);
  if (operator === undefined) return { problem: `there is no operator ${name}` };
  if (operator.takes === "list") {
    const list = readList(name, member.value);
    if (list.problem !== undefined) return list;
    return { read: { operator: operator.name, operands: list.read } };
  }
  const operand = readOperand(name, member.value);
  if (operand.problem !== undefined) return operand;
  return { read: { operator: operator.name, operands: [operand.read] } };
}

/** A member of `source_condition`: a plain number must be equal, an object holds operators. */
export function readCondition({ key, value }: JsonMember): Read<Condition> {
  if (value.kind !== "object") {
    const operand = readOperand(`'${key}'`, value);
    if (operand.problem !== undefined) return operand;
    return { read: { key, comparisons: [{ operator: "eq", operands: [operand.read] }] } };
  }
  if (value.members.length === 0) return { problem: `'${key}' has no operator` };
  const comparisons: Comparison[] = [];
  for (const member of value.members) {
    const comparison = readComparison(member);
    if (comparison.problem !== undefined) return { problem: `'${key}': ${comparison.problem}` };
    comparisons.push(comparison.read);
  }
  return { read: { key, comparisons } };
}

function isTrue(comparison: Comparison, value: number): boolean {
  const operand = comparison.operands[0] as number;
  switch (comparison.operator) {
    case "gte":
      return value >= operand;
    case "gt":
      return value > operand;
    case "lte":
      return value <= operand;
    case "lt":
      return value < operand;
    case "eq":
      return value === operand;
    case "ne":
      return value !== operand;
    case "in":
      return isAmong(comparison.operands, value);
  }
}

function isAmong(operands: readonly number[], value: number): boolean {
  for (const operand of operands) {
    if (operand === value) return true;
  }
  return false;
}

/** Whether `condition` holds for a player whose value is `value`. */
export function holds(condition: Condition, value: number): boolean {
  for (const comparison of condition.comparisons) {
    if (!isTrue(comparison, value)) return false;
  }
  return true;
}
