import { DEEPEST_JSON, LONGEST_JSON } from "./json-reader";
import { QUOTE } from "./json-text";
import type { JsonValue } from "./json-value";

const FIRST_PRINTABLE = 32;
const BACKSLASH = 92;
/** With so many places the decimal text of a double above 10^-8 reads back as the same double. */
const DECIMAL_PLACES = 25;
const HEX_DIGITS = "0123456789abcdef";

function escaped(unit: number): string {
  if (unit === QUOTE) return '\\"';
  if (unit === BACKSLASH) return "\\\\";
  return `\\u00${HEX_DIGITS.charAt(Math.floor(unit / 16))}${HEX_DIGITS.charAt(unit % 16)}`;
}

/** Control characters are escaped, NUL among them: a C string would end there, and a command at a line break. */
function writeText(text: string): string {
  let written = '"';
  let start = 0;
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    if (unit < FIRST_PRINTABLE || unit === QUOTE || unit === BACKSLASH) {
      written += text.substring(start, position) + escaped(unit);
      start = position + 1;
    }
  }
  return `${written}${text.substring(start)}"`;
}

/** Never in the hosts' own notation: Lua 5.3 and later would write 3 as 3.0, and earlier ones 2^53 - 1 as 9.007e+15. */
function writeNumber(number: number): string {
  if (number !== number || number === Infinity || number === -Infinity) {
    error(`${tostring(number)} is no number of JSON`, 0);
  }
  if (number % 1 === 0) return number.toFixed(0);
  let digits = number.toFixed(DECIMAL_PLACES);
  while (digits.endsWith("0")) digits = digits.substring(0, digits.length - 1);
  return digits.endsWith(".") ? `${digits}0` : digits;
}

function writeList(parts: readonly string[], opening: string, closing: string): string {
  return `${opening}${parts.join(",")}${closing}`;
}

function writeValue(value: JsonValue, depth: number): string {
  if (value.kind === "text") return writeText(value.text);
  if (value.kind === "number") return writeNumber(value.number);
  if (value.kind === "boolean") return value.boolean ? "true" : "false";
  if (value.kind === "null") return "null";
  if (depth > DEEPEST_JSON) error(`nested more than ${DEEPEST_JSON.toFixed(0)} deep`, 0);
  const parts: string[] = [];
  if (value.kind === "array") {
    for (const item of value.items) parts.push(writeValue(item, depth + 1));
    return writeList(parts, "[", "]");
  }
  for (const { key, value: member } of value.members) {
    parts.push(`${writeText(key)}:${writeValue(member, depth + 1)}`);
  }
  return writeList(parts, "{", "}");
}

/** What `writeJson` makes of a value: its text, or in words why there is none. */
export type JsonText =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: string };

/**
 * Writes `value` as one line of JSON that `readJson` takes: at most `LONGEST_JSON` units long and `DEEPEST_JSON` levels
 * deep, without infinities. Fractions smaller than 10^-8 lose digits.
 */
export function writeJson(value: JsonValue): JsonText {
  const [succeeded, outcome] = pcall(writeValue, value, 1);
  if (!succeeded) return { problem: tostring(outcome) };
  return outcome.length > LONGEST_JSON
    ? { problem: `longer than ${LONGEST_JSON.toFixed(0)} characters` }
    : { text: outcome };
}
