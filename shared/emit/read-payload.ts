import type { EventData } from "../events/event";
import { readJson } from "../json/json-reader";
import type { JsonObject } from "../json/json-value";

/** The data of an event from outside, or in words what is wrong with its payload. */
export type ReadPayload =
  { readonly data: EventData; readonly problem?: undefined } | { readonly problem: string };

/** Reads an object of numbers, strings and booleans. */
export function readData(object: JsonObject): ReadPayload {
  const data: EventData = {};
  for (const { key, value } of object.members) {
    if (value.kind === "number") data[key] = value.number;
    else if (value.kind === "text") data[key] = value.text;
    else if (value.kind === "boolean") data[key] = value.boolean;
    else return { problem: `payload: '${key}' must be a number, a string or a boolean` };
  }
  return { data };
}

/** Reads the text of such an object; an empty string is no data. */
export function readPayload(text: string): ReadPayload {
  if (text === "") return { data: {} };
  const json = readJson(text);
  if (json.problem !== undefined) return { problem: `payload: ${json.problem}` };
  if (json.value.kind !== "object") return { problem: `payload must be an object, not ${json.value.kind}` };
  return readData(json.value);
}
