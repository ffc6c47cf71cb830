import type { TextCursor } from "./text-cursor";

const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const BIG_E = 69;
const SMALL_E = 101;

/** Whether a number begins with `unit`. */
export function beginsNumber(unit: number): boolean {
  return unit === MINUS || isDigit(unit);
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

function readDigits(cursor: TextCursor): void {
  if (!isDigit(cursor.peek())) cursor.fail("a digit is missing");
  while (isDigit(cursor.peek())) cursor.position++;
}

/** Reads the number at the cursor, which must be one that a double can hold. */
export function readJsonNumber(cursor: TextCursor): number {
  const start = cursor.position;
  cursor.accept(MINUS);
  // A leading zero stands alone: 007 is no JSON.
  if (!cursor.accept(ZERO)) readDigits(cursor);
  if (cursor.accept(POINT)) readDigits(cursor);
  if (cursor.accept(SMALL_E) || cursor.accept(BIG_E)) {
    if (!cursor.accept(PLUS)) cursor.accept(MINUS);
    readDigits(cursor);
  }
  // Lua 5.3 and later read "10" as an integer, and the product of integers wraps around: divided, it is a float.
  const number = Number(cursor.since(start)) / 1;
  if (number === Infinity || number === -Infinity) cursor.fail("the number is too large");
  return number;
}
