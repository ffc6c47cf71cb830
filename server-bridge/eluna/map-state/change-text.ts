import { readJson } from "../../../shared/json/json-reader";
import type { JsonObject, JsonValue } from "../../../shared/json/json-value";
import { type JsonText, writeJson } from "../../../shared/json/json-writer";
import { MAXIMUM_SOURCE_LENGTH } from "../../../shared/profile/check-arguments";
import type { Operation } from "../../../shared/profile/operation";
import { readData } from "../../../shared/emit/read-payload";
import { cutToBytes } from "../tables/utf8";

/** First word of the command that carries a change from a map state to the world's. See `EVENT_COMMAND`. */
export const CHANGE_COMMAND = "dcchange";

/** A change as a map asks for it; nothing but the types of its members is checked. */
export interface ChangeRequest extends Omit<Operation, "kind"> {
  readonly player: number;
  readonly number: number;
  readonly kind: string;
  /** Empty for a request without a name. */
  readonly requestId: string;
}

export type ReadChange =
  | { readonly request: ChangeRequest; readonly problem?: undefined }
  | { readonly request?: undefined; readonly problem: string };

function text(value: string): JsonValue {
  return { kind: "text", text: value };
}

function number(value: number): JsonValue {
  return { kind: "number", number: value };
}

/** One line of JSON with the members of `ChangeRequest`. */
export function writeChange(request: ChangeRequest): JsonText {
  const object: JsonObject = {
    kind: "object",
    members: [
      { key: "player", value: number(request.player) },
      { key: "number", value: number(request.number) },
      { key: "kind", value: text(request.kind) },
      { key: "subject", value: text(request.subject) },
      { key: "subjectId", value: number(request.subjectId) },
      { key: "amount", value: number(request.amount) },
      { key: "source", value: text(request.source) },
      { key: "cause", value: text(request.cause) },
      { key: "requestId", value: text(request.requestId) },
    ],
  };
  return writeJson(object);
}

/** Takes the form that `writeChange` writes; a member that is missing or of another type is 0 or empty, which no check lets pass. */
export function readChange(json: string): ReadChange {
  const { value, problem } = readJson(json);
  if (value === undefined) return { problem };
  if (value.kind !== "object") return { problem: `a change must be an object, not ${value.kind}` };
  const read = readData(value);
  if (read.problem !== undefined) return { problem: read.problem };
  const { data } = read;
  function textAt(key: string): string {
    const member = data[key];
    return typeof member === "string" ? member : "";
  }
  function numberAt(key: string): number {
    const member = data[key];
    return typeof member === "number" ? member : 0;
  }
  return {
    request: {
      player: numberAt("player"),
      number: numberAt("number"),
      kind: textAt("kind"),
      subject: textAt("subject"),
      subjectId: numberAt("subjectId"),
      amount: numberAt("amount"),
      source: textAt("source"),
      // A label for the ledger must not undo what the map has decided: one too long for its column is cut.
      cause: cutToBytes(textAt("cause"), MAXIMUM_SOURCE_LENGTH),
      requestId: textAt("requestId"),
    },
  };
}
