import type { PayloadType } from "../catalog/event-types";
import { MAXIMUM_AMOUNT } from "../catalog/number-types";
import type { Complaint } from "../profile/check-operation";

type PayloadTypes = Readonly<Record<string, PayloadType>>;

function isCount(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= MAXIMUM_AMOUNT && value % 1 === 0;
}

function checkValue(key: string, type: PayloadType, value: unknown): Complaint {
  if (type === "integer") {
    if (isCount(value)) return undefined;
    return `'${key}' must be a whole number from 0 to ${MAXIMUM_AMOUNT.toFixed(0)}, not ${tostring(value)}`;
  }
  const wanted = type === "boolean" ? "boolean" : "string";
  if (typeof value === wanted) return undefined;
  return `'${key}' must be ${type === "boolean" ? "true or false" : "a text"}, not ${tostring(value)}`;
}

function unknownKey(types: PayloadTypes, key: string): string {
  const keys: string[] = [];
  for (const known in types) keys.push(known);
  const choice = keys.length === 0 ? "this event has no keys" : `keys are ${keys.sort().join(", ")}`;
  return `unknown key '${tostring(key)}'; ${choice}`;
}

/** What is wrong with `payload`, which may be anything, by the catalog's `types`. Keys may be missing. */
export function checkPayload(types: PayloadTypes, payload: unknown): Complaint {
  if (typeof payload !== "object" || payload === null) {
    return `the payload must be a table, not ${tostring(payload)}`;
  }
  const values = payload as Record<string, unknown>;
  for (const key in values) {
    const type = types[key];
    if (type === undefined) return unknownKey(types, key);
    const complaint = checkValue(key, type, values[key]);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}
