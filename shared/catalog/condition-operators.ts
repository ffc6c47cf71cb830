/** Operators of a synergy's condition. The document has gte, lte, eq and the plain number, which is eq. */
export const CONDITION_OPERATORS = [
  { name: "gte", takes: "number", description: "at least" },
  { name: "gt", takes: "number", description: "more than" },
  { name: "lte", takes: "number", description: "at most" },
  { name: "lt", takes: "number", description: "less than" },
  { name: "eq", takes: "number", description: "exactly" },
  { name: "ne", takes: "number", description: "anything but" },
  { name: "in", takes: "list", description: "one of" },
] as const;

export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

/** The operator called `name`, or undefined if there is none. */
export function findConditionOperator(name: string): ConditionOperator | undefined {
  for (const operator of CONDITION_OPERATORS) {
    if (operator.name === name) return operator;
  }
  return undefined;
}
