function digits(character: string): string {
  return string.format("%02x", string.byte(character));
}

function byte(pair: string): string {
  return string.char(tonumber(pair, 16) ?? 0);
}

/** The bytes of the text as hexadecimal digits. */
export function toHex(text: string): string {
  const [hex] = string.gsub(text, ".", digits);
  return hex;
}

/** The text whose bytes the hexadecimal digits give. */
export function fromHex(hex: string): string {
  const [text] = string.gsub(hex, "%x%x", byte);
  return text;
}
