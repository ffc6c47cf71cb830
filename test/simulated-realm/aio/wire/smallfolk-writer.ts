import { isTable } from "../lua-values";

/**
 * Smallfolk text of a value, as AIO writes it: no `@` references, so a table that is reached twice is written
 * twice and a cycle overflows the stack. Raises for functions, userdata and coroutines.
 */
export function dumps(this: void, value: unknown): string {
  const out: string[] = [];
  write(value, out);
  return table.concat(out);
}

function write(value: unknown, out: string[]): void {
  if (value === undefined) {
    out.push("n");
  } else if (typeof value === "boolean") {
    out.push(value ? "t" : "f");
  } else if (typeof value === "number") {
    out.push(numberText(value));
  } else if (typeof value === "string") {
    const [doubled] = string.gsub(value, '"', '""');
    out.push('"' + doubled + '"');
  } else if (isTable(value)) {
    writeTable(value, out);
  } else {
    error(`cannot dump type ${type(value)}`);
  }
}

/** First the items 1..#t without keys, then every other pair: the split decides what a gap looks like. */
function writeTable(value: LuaTable<AnyNotNil, unknown>, out: string[]): void {
  out.push("{");
  const length = value.length();
  for (let i = 1; i <= length; i++) {
    if (i > 1) out.push(",");
    write(value.get(i), out);
  }
  let separator = length > 0 ? "," : "";
  for (const [key, item] of pairs(value)) {
    if (!isListKey(key, length)) {
      out.push(separator);
      write(key, out);
      out.push(":");
      write(item, out);
      separator = ",";
    }
  }
  out.push("}");
}

function isListKey(key: unknown, length: number): boolean {
  return typeof key === "number" && key >= 1 && key <= length && math.floor(key) === key;
}

/** 17 significant digits bring every double back; the letters are what a number pattern cannot say. */
function numberText(value: number): string {
  if (value === math.huge) return "I";
  if (value === -math.huge) return "i";
  // Only NaN differs from itself, and only its text shows the sign.
  if (value !== value) return string.sub(tostring(value), 1, 1) === "-" ? "N" : "Q";
  return string.format("%.17g", value);
}
