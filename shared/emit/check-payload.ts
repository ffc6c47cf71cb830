import type { Complaint } from "../language/complaint";
import type { PayloadType } from "../catalog/event-types";
import { MAXIMUM_AMOUNT } from "../catalog/number-types";
import type { EventData, EventValue } from "../events/event";
import { describeValue, textOf } from "../language/text-of";

type PayloadTypes = Readonly<Record<string, PayloadType>>;

/** In the order of how often a payload has them: this runs for each key of each event that a script publishes. */
function fits(type: PayloadType, value: unknown): value is EventValue {
  if (type === "integer") {
    return typeof value === "number" && value >= 0 && value <= MAXIMUM_AMOUNT && value % 1 === 0;
  }
  return type === "boolean" ? typeof value === "boolean" : typeof value === "string";
}

const IN_WORDS: Readonly<Record<PayloadType, string>> = {
  integer: `a whole number from 0 to ${MAXIMUM_AMOUNT.toFixed(0)}`,
  boolean: "true or false",
  text: "a string",
};

function unknownKey(types: PayloadTypes, key: string): string {
  const keys: string[] = [];
  for (const known in types) keys.push(known);
  const choice = keys.length === 0 ? "this event has no keys" : `keys are ${keys.sort().join(", ")}`;
  return `unknown key '${textOf(key)}'; ${choice}`;
}

/**
 * What is wrong with `payload`, which may be anything, by the catalog's `types`. Keys may be missing.
 *
 * @param copy Gets every key that is right, if it is given: a payload may be a table that its owner uses again.
 */
export function checkPayload(types: PayloadTypes, payload: unknown, copy?: EventData): Complaint {
  if (typeof payload !== "object" || payload === null) {
    return `the payload must be a table, not ${describeValue(payload)}`;
  }
  const values = payload as Record<string, unknown>;
  for (const key in values) {
    const type = types[key];
    if (type === undefined) return unknownKey(types, key);
    const value = values[key];
    if (!fits(type, value)) return `'${key}' must be ${IN_WORDS[type]}, not ${describeValue(value)}`;
    if (copy !== undefined) copy[key] = value;
  }
  return undefined;
}
