/**
 * Reads the value at the start of a Smallfolk text; what stands behind it is ignored, as AIO ignores it.
 * Raises `invalid input at position n` for anything else.
 */
export function loads(this: void, text: string): unknown {
  return new Reader(text).value();
}

const QUOTE = '"';

/** A cursor on one text; positions count from 1. */
class Reader {
  private at = 1;

  constructor(private readonly text: string) {}

  value(): unknown {
    const first = this.next();
    if (first === QUOTE) return this.string();
    if (first === "{") return this.table();
    if (first === "n") return this.take(undefined);
    if (first === "t") return this.take(true);
    if (first === "f") return this.take(false);
    if (first === "I") return this.take(math.huge);
    if (first === "i") return this.take(-math.huge);
    if (first === "Q") return this.take(-(0 / 0));
    if (first === "N") return this.take(0 / 0);
    return this.number();
  }

  private next(): string {
    return string.sub(this.text, this.at, this.at);
  }

  private take<T>(value: T): T {
    this.at++;
    return value;
  }

  private refuse(): never {
    error(`invalid input at position ${this.at}`);
  }

  /** Moves behind a match of `pattern` (anchored) or stays and returns false. */
  private skip(pattern: string): boolean {
    const [, last] = string.find(this.text, pattern, this.at);
    if (last === undefined) return false;
    this.at = last + 1;
    return true;
  }

  private number(): number {
    const start = this.at;
    if (!this.skip("^%-?[1-9]%d*") && !this.skip("^%-?0")) this.refuse();
    if (this.next() === "." && !this.skip("^%.%d+")) this.refuse();
    const mark = this.next();
    if ((mark === "e" || mark === "E") && !this.skip("^[eE][+-]?%d+")) this.refuse();
    return tonumber(string.sub(this.text, start, this.at - 1)) ?? this.refuse();
  }

  private string(): string {
    const pieces: string[] = [];
    let from = this.at + 1;
    let [quote] = string.find(this.text, QUOTE, from, true);
    while (quote !== undefined && string.sub(this.text, quote + 1, quote + 1) === QUOTE) {
      pieces.push(string.sub(this.text, from, quote));
      from = quote + 2;
      [quote] = string.find(this.text, QUOTE, from, true);
    }
    if (quote === undefined) this.refuse();
    pieces.push(string.sub(this.text, from, quote - 1));
    this.at = quote + 1;
    return table.concat(pieces);
  }

  private table(): LuaTable<AnyNotNil, unknown> {
    const result = new LuaTable<AnyNotNil, unknown>();
    let listed = 0;
    this.at++;
    if (this.next() === "}") return this.take(result);
    for (;;) {
      const item = this.value();
      if (this.next() === ":") {
        this.pair(result, item);
      } else {
        listed++;
        result.set(listed, item);
      }
      if (this.next() === "}") return this.take(result);
      if (this.next() !== ",") this.refuse();
      this.at++;
    }
  }

  /** The value behind a key and its colon. Nil and NaN are no keys in Lua. */
  private pair(into: LuaTable<AnyNotNil, unknown>, key: unknown): void {
    if (key === undefined || key === null || key !== key) this.refuse();
    this.at++;
    into.set(key, this.value());
  }
}
