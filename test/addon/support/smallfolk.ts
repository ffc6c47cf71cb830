/** A Lua value as a test writes it. Keys of digits become numbers, `undefined` becomes nil. */
export type LuaValue =
  number | boolean | string | undefined | readonly LuaValue[] | { readonly [key: string]: LuaValue };

function encodeNumber(value: number): string {
  if (Number.isNaN(value)) return "Q";
  if (value === Infinity) return "I";
  if (value === -Infinity) return "i";
  return String(value);
}

function encodeKey(key: string): string {
  return /^\d+$/.test(key) ? key : encode(key);
}

/** `value` in Smallfolk, the text form of AIO's messages. */
export function encode(value: LuaValue): string {
  if (value === undefined) return "n";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (Array.isArray(value)) return `{${value.map((item: LuaValue) => encode(item)).join(",")}}`;
  const entries = Object.entries(value).map(([key, item]) => `${encodeKey(key)}:${encode(item)}`);
  return `{${entries.join(",")}}`;
}
