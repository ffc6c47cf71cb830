/** The other half of test/simulated-realm/engine/border/escape.ts: bytes as ASCII text with `%XX`. */
export function escapeBytes(bytes: Uint8Array): string {
  let escaped = "";
  for (const byte of bytes) {
    const isPlain = byte !== 0 && byte !== 0x0a && byte !== 0x25 && byte < 0x7f;
    escaped += isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return escaped;
}

export function unescapeBytes(text: string): Buffer {
  if (!text.includes("%")) return Buffer.from(text, "latin1");
  const latin1 = text.replaceAll(/%([0-9A-F]{2})/g, (_match, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(latin1, "latin1");
}

export function unescapeText(text: string): string {
  return unescapeBytes(text).toString("utf8");
}

/** Undoes the escapes of every text in a value that came as JSON. */
export function unescapeAll(value: unknown): unknown {
  if (typeof value === "string") return unescapeText(value);
  if (Array.isArray(value)) return value.map(unescapeAll);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [unescapeText(key), unescapeAll(item)]),
  );
}
