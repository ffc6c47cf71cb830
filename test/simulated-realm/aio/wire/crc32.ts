/**
 * CRC-32 with arithmetic alone: Lua 5.1, 5.3 and 5.4 as the engines build them have no bit library. The 32 bits are
 * kept as four bytes, low first, because one table of all xors of two bytes makes a step four look-ups.
 */

type Bytes = LuaTable<number, number>;

interface Tables {
  /** `a xor b` at `a * 256 + b`. */
  readonly xor: Bytes;
  /** For each byte the four bytes of its remainder, low first. */
  readonly remainder: readonly [Bytes, Bytes, Bytes, Bytes];
}

/** The reflected IEEE 802.3 polynomial. */
const POLYNOMIAL = 0xedb88320;

/** `a xor b` of two integers of 0..2^32 - 1, digit by digit. */
function xorDigits(a: number, b: number): number {
  let result = 0;
  for (let place = 1; a > 0 || b > 0; place *= 2) {
    if (a % 2 !== b % 2) result += place;
    a = math.floor(a / 2);
    b = math.floor(b / 2);
  }
  return result;
}

function remainderOf(byte: number): number {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) {
    const odd = value % 2 === 1;
    value = math.floor(value / 2);
    if (odd) value = xorDigits(value, POLYNOMIAL);
  }
  return value;
}

function makeTables(): Tables {
  const xor: Bytes = new LuaTable();
  const remainder: Tables["remainder"] = [new LuaTable(), new LuaTable(), new LuaTable(), new LuaTable()];
  for (let a = 0; a < 256; a++) {
    for (let b = 0; b < 256; b++) xor.set(a * 256 + b, xorDigits(a, b));
    let value = remainderOf(a);
    for (const bytes of remainder) {
      bytes.set(a, value % 256);
      value = math.floor(value / 256);
    }
  }
  return { xor, remainder };
}

/** Made on first use: most realms send no code. */
let made: Tables | undefined;

/** Unsigned CRC-32 of any bytes. (AIO on LuaJIT writes the same 32 bits as a signed number.) */
export function crc32(text: string): number {
  made ??= makeTables();
  const { xor, remainder } = made;
  const [first, second, third, fourth] = remainder;
  let [a, b, c, d] = [255, 255, 255, 255];
  for (let i = 1; i <= text.length; i++) {
    const index = xor.get(a * 256 + string.byte(text, i));
    a = xor.get(b * 256 + first.get(index));
    b = xor.get(c * 256 + second.get(index));
    c = xor.get(d * 256 + third.get(index));
    d = fourth.get(index);
  }
  return ((255 - d) * 256 + 255 - c) * 65536 + (255 - b) * 256 + 255 - a;
}
