import { characterOf } from "./characters";
import type { TextCursor } from "./text-cursor";

const FIRST_PRINTABLE = 32;
export const QUOTE = 34;
const BACKSLASH = 92;

/** The letters that may follow a backslash, beside u, and what they stand for. */
const ESCAPES = '"\\/bfnrt';
const ESCAPED = '"\\/\b\f\n\r\t';
const HEX_DIGITS = "0123456789abcdef";

/** Reads the text in quotes at the cursor. */
export function readJsonText(cursor: TextCursor): string {
  let text = "";
  cursor.accept(QUOTE);
  while (!cursor.accept(QUOTE)) {
    if (cursor.atEnd()) cursor.fail("the closing quote is missing");
    const unit = cursor.peek();
    if (unit < FIRST_PRINTABLE) cursor.fail("a line break or control character stands inside a string");
    text += unit === BACKSLASH ? readEscape(cursor) : readPlain(cursor);
  }
  return text;
}

/** The units up to the next that means something. */
function readPlain(cursor: TextCursor): string {
  const start = cursor.position;
  let unit = cursor.peek();
  while (unit >= FIRST_PRINTABLE && unit !== QUOTE && unit !== BACKSLASH) {
    cursor.position++;
    unit = cursor.peek();
  }
  return cursor.since(start);
}

function readEscape(cursor: TextCursor): string {
  const letter = cursor.look(1, 1);
  if (letter === "u") return characterOf(readCodePoint(cursor));
  const index = letter === "" ? -1 : ESCAPES.indexOf(letter);
  if (index < 0) cursor.fail('a backslash must be followed by one of " \\ / b f n r t u');
  cursor.position += 2;
  return ESCAPED.substring(index, index + 1);
}

/** An escaped code point, which is two escapes where UTF-16 needs a pair. */
function readCodePoint(cursor: TextCursor): number {
  const high = readHex(cursor);
  if (high < 0xd800 || high >= 0xe000) return high;
  const paired = high < 0xdc00 && cursor.look(0, 2) === "\\u";
  const low = paired ? readHex(cursor) : 0;
  if (low < 0xdc00 || low >= 0xe000) cursor.fail("half of a surrogate pair stands alone");
  return 0x10000 + (high - 0xd800) * 1024 + (low - 0xdc00);
}

function readHex(cursor: TextCursor): number {
  let code = 0;
  for (let ahead = 2; ahead < 6; ahead++) {
    const digit = cursor.look(ahead, 1).toLowerCase();
    const worth = digit === "" ? -1 : HEX_DIGITS.indexOf(digit);
    if (worth < 0) cursor.fail("\\u must be followed by four hexadecimal digits");
    code = code * 16 + worth;
  }
  cursor.position += 6;
  return code;
}
