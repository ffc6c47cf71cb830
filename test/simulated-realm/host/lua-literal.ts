/** A value as it can be written into Lua code. */
export type LuaLiteral =
  | string
  | number
  | boolean
  | Uint8Array
  | undefined
  | readonly LuaLiteral[]
  | { readonly [key: string]: LuaLiteral };

function quoted(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    text += isPlain ? String.fromCharCode(byte) : `\\${String(byte).padStart(3, "0")}`;
  }
  return `"${text}"`;
}

function isBytes(value: LuaLiteral): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** Writes `value` as Lua code in ASCII; text goes in as UTF-8, undefined as nil. */
export function luaLiteral(value: LuaLiteral): string {
  if (value === undefined) return "nil";
  if (typeof value === "string") return quoted(Buffer.from(value, "utf8"));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isBytes(value)) return quoted(value);
  if (Array.isArray(value)) return `{${value.map(luaLiteral).join(",")}}`;
  const fields = Object.entries(value).map(([key, item]) => `[${luaLiteral(key)}]=${luaLiteral(item)}`);
  return `{${fields.join(",")}}`;
}
