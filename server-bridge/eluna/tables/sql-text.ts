import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { toUtf8 } from "./utf8";

/**
 * The only place where values become SQL. No engine has an escape function, ALE's placeholders read freed memory, and a
 * statement with an error in it kills the server, so every value passes through here.
 */

const ESCAPES: Record<string, string> = {
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\x1a": "\\Z",
};

/**
 * `value` as an SQL string literal. The engines hand C strings on, so a string ends at its first NUL. What is no UTF-8 would fail
 * a statement, or be stored as something that no later statement finds.
 */
export function sqlText(value: string): string {
  const [beforeNul] = string.match(value, "^[^%z]*");
  const [escaped] = string.gsub(toUtf8(beforeNul ?? ""), "[\\'\"\n\r\x1a]", ESCAPES);
  return `'${escaped}'`;
}

/** `value` itself, for a `%.0f` of a format. Raises for what is not a whole number within 2^53. */
export function wholeNumber(value: number): number {
  if (value % 1 !== 0 || value > MAXIMUM_AMOUNT || value < -MAXIMUM_AMOUNT) {
    error(`not a whole number within 2^53: ${tostring(value)}`);
  }
  return value;
}

/** `value` as an SQL integer. Lua 5.3 and later would print a float as `3.0`, so numbers have this one way out. */
export function sqlInteger(value: number): string {
  return string.format("%.0f", wholeNumber(value));
}
