import { characterOf, countCharacters } from "./characters";
import type { JsonMember, JsonValue } from "./json-value";

/** Longest text that is read, in characters: no condition needs more, and a broken one ends soon. */
export const LONGEST_JSON = 4000;
/** How deep arrays and objects may nest. */
export const DEEPEST_JSON = 8;

const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPENING_BRACKET = 91;
const BACKSLASH = 92;
const CLOSING_BRACKET = 93;
const SMALL_E = 101;
const BIG_E = 69;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;

const ESCAPES = '"\\/bfnrt';
const ESCAPED = '"\\/\b\f\n\r\t';
const HEX_DIGITS = "0123456789abcdef";

/** Reads one text. What is wrong leaves it as an error without a position in the program. */
class JsonReader {
  private position = 0;

  constructor(private readonly text: string) {}

  document(): JsonValue {
    const value = this.value(1);
    this.skipSpace();
    if (this.position < this.text.length) this.fail("nothing may follow the value");
    return value;
  }

  private fail(problem: string): never {
    const ended = this.position >= this.text.length;
    const place = ended
      ? "the end"
      : `character ${(countCharacters(this.text, this.position) + 1).toFixed(0)}`;
    error(`${problem}, at ${place}`, 0);
  }

  /** The unit at the position; past the end it is not a number, which is neither less nor greater than any. */
  private peek(): number {
    return this.text.charCodeAt(this.position);
  }

  private skipSpace(): void {
    let unit = this.peek();
    while (unit === 32 || unit === 9 || unit === 10 || unit === 13) {
      this.position++;
      unit = this.peek();
    }
  }

  /** Goes past `unit` if it is next. */
  private accept(unit: number): boolean {
    if (this.peek() !== unit) return false;
    this.position++;
    return true;
  }

  private acceptWord(word: string): boolean {
    if (this.text.substring(this.position, this.position + word.length) !== word) return false;
    this.position += word.length;
    return true;
  }

  private value(depth: number): JsonValue {
    this.skipSpace();
    const unit = this.peek();
    if (unit === OPENING_BRACE || unit === OPENING_BRACKET) return this.nested(unit, depth);
    if (unit === QUOTE) return { kind: "text", text: this.readText() };
    if (unit === MINUS || (unit >= ZERO && unit <= NINE))
      return { kind: "number", number: this.readNumber() };
    if (this.acceptWord("true")) return { kind: "boolean", boolean: true };
    if (this.acceptWord("false")) return { kind: "boolean", boolean: false };
    if (this.acceptWord("null")) return { kind: "null" };
    return this.fail("a value is missing");
  }

  private nested(opening: number, depth: number): JsonValue {
    if (depth > DEEPEST_JSON) this.fail(`nested more than ${DEEPEST_JSON.toFixed(0)} deep`);
    this.position++;
    return opening === OPENING_BRACE
      ? { kind: "object", members: this.members(depth) }
      : { kind: "array", items: this.items(depth) };
  }

  private members(depth: number): JsonMember[] {
    const members: JsonMember[] = [];
    this.skipSpace();
    if (this.accept(CLOSING_BRACE)) return members;
    do {
      members.push(this.member(members, depth));
      this.skipSpace();
    } while (this.accept(COMMA));
    if (!this.accept(CLOSING_BRACE)) this.fail("',' or '}' is missing");
    return members;
  }

  private member(earlier: readonly JsonMember[], depth: number): JsonMember {
    this.skipSpace();
    if (this.peek() !== QUOTE) this.fail("a key in double quotes is missing");
    const key = this.readText();
    for (const member of earlier) {
      if (member.key === key) this.fail(`the key '${key}' is there twice`);
    }
    this.skipSpace();
    if (!this.accept(COLON)) this.fail(`':' is missing after the key '${key}'`);
    return { key, value: this.value(depth + 1) };
  }

  private items(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.skipSpace();
    if (this.accept(CLOSING_BRACKET)) return items;
    do {
      items.push(this.value(depth + 1));
      this.skipSpace();
    } while (this.accept(COMMA));
    if (!this.accept(CLOSING_BRACKET)) this.fail("',' or ']' is missing");
    return items;
  }

  private readNumber(): number {
    const start = this.position;
    this.accept(MINUS);
    // A leading zero stands alone: 007 is no JSON.
    if (!this.accept(ZERO)) this.digits();
    if (this.accept(POINT)) this.digits();
    if (this.accept(SMALL_E) || this.accept(BIG_E)) {
      if (!this.accept(PLUS)) this.accept(MINUS);
      this.digits();
    }
    // Lua 5.3 and later read "10" as an integer, and the product of integers wraps around: divided, it is a float.
    const number = Number(this.text.substring(start, this.position)) / 1;
    if (number === Infinity || number === -Infinity) this.fail("the number is too large");
    return number;
  }

  private digits(): void {
    const start = this.position;
    let unit = this.peek();
    while (unit >= ZERO && unit <= NINE) {
      this.position++;
      unit = this.peek();
    }
    if (this.position === start) this.fail("a digit is missing");
  }

  private readText(): string {
    let text = "";
    this.position++;
    while (!this.accept(QUOTE)) {
      const unit = this.peek();
      if (this.position >= this.text.length) this.fail("the closing quote is missing");
      if (unit < 32) this.fail("a line break or control character stands inside a text");
      text += unit === BACKSLASH ? this.readEscape() : this.readPlain();
    }
    return text;
  }

  /** The units up to the next that means something. */
  private readPlain(): string {
    const start = this.position;
    let unit = this.peek();
    while (unit >= 32 && unit !== QUOTE && unit !== BACKSLASH) {
      this.position++;
      unit = this.peek();
    }
    return this.text.substring(start, this.position);
  }

  private readEscape(): string {
    const letter = this.text.substring(this.position + 1, this.position + 2);
    if (letter === "u") return characterOf(this.readCodePoint());
    const index = letter === "" ? -1 : ESCAPES.indexOf(letter);
    if (index < 0) this.fail('a backslash must be followed by one of " \\ / b f n r t u');
    this.position += 2;
    return ESCAPED.substring(index, index + 1);
  }

  /** An escaped code point, which is two escapes where UTF-16 needs a pair. */
  private readCodePoint(): number {
    const first = this.readHex();
    if (first < 0xd800 || first >= 0xe000) return first;
    const second = first < 0xdc00 && this.text.substring(this.position, this.position + 2) === "\\u";
    const low = second ? this.readHex() : 0;
    if (low < 0xdc00 || low >= 0xe000) this.fail("half of a surrogate pair stands alone");
    return 0x10000 + (first - 0xd800) * 1024 + (low - 0xdc00);
  }

  private readHex(): number {
    let code = 0;
    for (let index = this.position + 2; index < this.position + 6; index++) {
      const digit = this.text.substring(index, index + 1).toLowerCase();
      const worth = digit === "" ? -1 : HEX_DIGITS.indexOf(digit);
      if (worth < 0) this.fail("\\u must be followed by four hexadecimal digits");
      code = code * 16 + worth;
    }
    this.position += 6;
    return code;
  }
}

/** What `readJson` makes of a text: its value, or what is wrong with it in words. */
export type JsonResult =
  | { readonly value: JsonValue; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/**
 * Reads strict JSON (RFC 8259) and refuses besides: a key that is there twice, numbers beyond a double, half of a
 * surrogate pair, more than `LONGEST_JSON` characters and more than `DEEPEST_JSON` levels. Lua has no reader, and Node's
 * would word and judge things differently, so both hosts use this one.
 */
export function readJson(text: string): JsonResult {
  if (text.length > LONGEST_JSON && countCharacters(text, text.length) > LONGEST_JSON) {
    return { problem: `longer than ${LONGEST_JSON.toFixed(0)} characters` };
  }
  const reader = new JsonReader(text);
  const [succeeded, outcome] = pcall(() => reader.document());
  return succeeded ? { value: outcome } : { problem: tostring(outcome) };
}
