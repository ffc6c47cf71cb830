import { countCharacters } from "./characters";
import { beginsNumber, readJsonNumber } from "./json-number";
import { QUOTE, readJsonText } from "./json-text";
import type { JsonMember, JsonValue } from "./json-value";
import { TextCursor } from "./text-cursor";

/** Longest text that is read, in characters: no condition, payload or change needs more, and a broken one ends soon. */
export const LONGEST_JSON = 4000;
/** How deep arrays and objects may nest. */
export const DEEPEST_JSON = 8;

const COMMA = 44;
const COLON = 58;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;

function readValue(cursor: TextCursor, depth: number): JsonValue {
  cursor.skipSpace();
  const unit = cursor.peek();
  if (unit === OPENING_BRACE || unit === OPENING_BRACKET) return readNested(cursor, depth);
  if (unit === QUOTE) return { kind: "text", text: readJsonText(cursor) };
  if (beginsNumber(unit)) return { kind: "number", number: readJsonNumber(cursor) };
  if (cursor.acceptWord("true")) return { kind: "boolean", boolean: true };
  if (cursor.acceptWord("false")) return { kind: "boolean", boolean: false };
  if (cursor.acceptWord("null")) return { kind: "null" };
  return cursor.fail("a value is missing");
}

function readNested(cursor: TextCursor, depth: number): JsonValue {
  if (depth > DEEPEST_JSON) cursor.fail(`nested more than ${DEEPEST_JSON.toFixed(0)} deep`);
  if (cursor.accept(OPENING_BRACE)) return { kind: "object", members: readMembers(cursor, depth) };
  cursor.accept(OPENING_BRACKET);
  return { kind: "array", items: readItems(cursor, depth) };
}

function readMembers(cursor: TextCursor, depth: number): JsonMember[] {
  const members: JsonMember[] = [];
  cursor.skipSpace();
  if (cursor.accept(CLOSING_BRACE)) return members;
  do {
    members.push(readMember(cursor, members, depth));
    cursor.skipSpace();
  } while (cursor.accept(COMMA));
  if (!cursor.accept(CLOSING_BRACE)) cursor.fail("',' or '}' is missing");
  return members;
}

function readMember(cursor: TextCursor, earlier: readonly JsonMember[], depth: number): JsonMember {
  cursor.skipSpace();
  if (cursor.peek() !== QUOTE) cursor.fail("a key in double quotes is missing");
  const key = readJsonText(cursor);
  for (const member of earlier) {
    if (member.key === key) cursor.fail(`the key '${key}' is there twice`);
  }
  cursor.skipSpace();
  if (!cursor.accept(COLON)) cursor.fail(`':' is missing after the key '${key}'`);
  return { key, value: readValue(cursor, depth + 1) };
}

function readItems(cursor: TextCursor, depth: number): JsonValue[] {
  const items: JsonValue[] = [];
  cursor.skipSpace();
  if (cursor.accept(CLOSING_BRACKET)) return items;
  do {
    items.push(readValue(cursor, depth + 1));
    cursor.skipSpace();
  } while (cursor.accept(COMMA));
  if (!cursor.accept(CLOSING_BRACKET)) cursor.fail("',' or ']' is missing");
  return items;
}

function readDocument(text: string): JsonValue {
  const cursor = new TextCursor(text);
  const value = readValue(cursor, 1);
  cursor.skipSpace();
  if (!cursor.atEnd()) cursor.fail("nothing may follow the value");
  return value;
}

/** What `readJson` makes of a string: its value, or what is wrong with it in words. */
export type JsonResult =
  | { readonly value: JsonValue; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/**
 * Reads strict JSON (RFC 8259) and refuses besides: a key that is there twice, numbers beyond a double, half of a
 * surrogate pair, more than `LONGEST_JSON` characters and more than `DEEPEST_JSON` levels. Lua has no reader, and
 * Node's would word and judge things differently, so both hosts use this one.
 */
export function readJson(text: string): JsonResult {
  if (text.length > LONGEST_JSON && countCharacters(text, text.length) > LONGEST_JSON) {
    return { problem: `longer than ${LONGEST_JSON.toFixed(0)} characters` };
  }
  const [succeeded, outcome] = pcall(readDocument, text);
  return succeeded ? { value: outcome } : { problem: tostring(outcome) };
}
