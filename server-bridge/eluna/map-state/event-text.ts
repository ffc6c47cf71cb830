import { lowGuidOf } from "../../../shared/emit/player-reference";
import type { EventData, EventInput, EventValue } from "../../../shared/events/event";
import { readJson } from "../../../shared/json/json-reader";
import type { JsonMember, JsonObject, JsonValue } from "../../../shared/json/json-value";
import { type JsonText, writeJson } from "../../../shared/json/json-writer";
import { readData } from "../../../shared/emit/read-payload";

/**
 * First word of the command that carries an event from a map state to the world's. No core has a command that begins
 * with it: an ambiguous word would never get here.
 */
export const EVENT_COMMAND = "dcevent";

/** An event read from its text, or in words what is wrong with it. */
export type ReadEvent =
  | { readonly input: EventInput; readonly problem?: undefined }
  | { readonly input?: undefined; readonly problem: string };

function valueOf(key: string, value: EventValue): JsonValue {
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "boolean") return { kind: "boolean", boolean: value };
  error(`'${tostring(key)}' is no number, string or boolean`, 0);
}

function objectOf(data: EventData): JsonObject {
  const members: JsonMember[] = [];
  for (const [key, value] of pairs(data)) {
    if (typeof key !== "string") error(`the key ${tostring(key)} is no text`, 0);
    if (value !== undefined) members.push({ key, value: valueOf(key, value) });
  }
  return { kind: "object", members };
}

/** One line of JSON: `{"type":"BOSS_KILL","player":7,"data":{"creature_entry":23954}}`. */
export function writeEvent(input: EventInput): JsonText {
  const [succeeded, data] = pcall(objectOf, input.data ?? {});
  if (!succeeded) return { problem: tostring(data) };
  return writeJson({
    kind: "object",
    members: [
      { key: "type", value: { kind: "text", text: input.type } },
      { key: "player", value: { kind: "number", number: input.player ?? 0 } },
      { key: "data", value: data },
    ],
  });
}

function memberOf(object: JsonObject, key: string): JsonValue | undefined {
  for (const member of object.members) if (member.key === key) return member.value;
  return undefined;
}

/** Takes the form that `writeEvent` writes and no other. Whether type and payload are right is not its question. */
export function readEvent(text: string): ReadEvent {
  const { value, problem } = readJson(text);
  if (value === undefined) return { problem };
  if (value.kind !== "object") return { problem: `an event must be an object, not ${value.kind}` };
  const type = memberOf(value, "type");
  const player = memberOf(value, "player");
  const data = memberOf(value, "data");
  if (type?.kind !== "text") return { problem: "'type' must be a string" };
  const guid = player?.kind === "number" ? lowGuidOf(player.number) : undefined;
  if (guid === undefined) return { problem: "'player' must be a low GUID" };
  if (data?.kind !== "object") return { problem: "'data' must be an object" };
  const read = readData(data);
  if (read.problem !== undefined) return { problem: read.problem };
  return { input: { type: type.text, player: guid, data: read.data } };
}
