// Written with numbers: a string of TypeScript would hold these bytes as UTF-8.
const ESCAPED = `[%z\n%%${string.char(127)}-${string.char(255)}]`;

/**
 * Text on its way between this Lua 5.1 and JavaScript, which would cut it at a NUL and read it as UTF-8: bytes that are
 * not ASCII, NUL, newline and the percent sign become `%XX`.
 */
export function escape(this: void, text: string): string {
  const [escaped] = string.gsub(text, ESCAPED, (byte: string) => string.format("%%%02X", string.byte(byte)));
  return escaped;
}

export function unescape(this: void, text: string): string {
  const [plain] = string.gsub(text, "%%(%x%x)", (digits: string) => string.char(tonumber(digits, 16) ?? 0));
  return plain;
}
