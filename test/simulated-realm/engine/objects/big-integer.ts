/** 2^32: the two halves of a 64-bit number are kept apart, since a Lua number holds 53 bits. */
const HALF = 4294967296;
/** Largest power of ten that, times 2^32, is still exact in a Lua number. */
const CHUNK = 1000000;
const CHUNK_DIGITS = 6;

/** A 64-bit number, in two's complement when it is signed. */
export interface BigInteger {
  readonly high: number;
  readonly low: number;
  readonly signed: boolean;
}

export function bigInteger(this: void, high: number, low: number, signed = false): BigInteger {
  return { high: high % HALF, low: low % HALF, signed };
}

/** From a Lua number without a fraction. */
export function bigFromNumber(this: void, value: number, signed: boolean): BigInteger {
  return bigInteger(math.floor(value / HALF), value, signed);
}

/** From decimal digits with an optional minus sign; anything else gives zero, as the core's conversion does. */
export function bigFromText(this: void, text: string, signed: boolean): BigInteger {
  const [minus, digits] = string.match(text, "^(%-?)(%d+)$");
  if (digits === undefined || (minus === "-" && !signed)) return bigInteger(0, 0, signed);
  let high = 0;
  let low = 0;
  for (let index = 1; index <= digits.length; index++) {
    low = low * 10 + (string.byte(digits, index) - 48);
    high = high * 10 + math.floor(low / HALF);
    low = low % HALF;
  }
  const value = bigInteger(high, low, signed);
  return minus === "-" ? negate(value) : value;
}

export function isNegative(this: void, value: BigInteger): boolean {
  return value.signed && value.high >= HALF / 2;
}

export function negate(this: void, value: BigInteger): BigInteger {
  const low = HALF - value.low;
  return bigInteger(HALF - 1 - value.high + math.floor(low / HALF), low, value.signed);
}

/** Wraps around at 64 bits. */
export function add(this: void, left: BigInteger, right: BigInteger): BigInteger {
  const low = left.low + right.low;
  return bigInteger(left.high + right.high + math.floor(low / HALF), low, left.signed);
}

/** Less than zero, zero or more than zero, as `left` is less than, equal to or more than `right`. */
export function compare(this: void, left: BigInteger, right: BigInteger): number {
  const leftNegative = isNegative(left);
  if (leftNegative !== isNegative(right)) return leftNegative ? -1 : 1;
  return left.high === right.high ? left.low - right.low : left.high - right.high;
}

export function bigToText(this: void, value: BigInteger): string {
  if (isNegative(value)) return `-${digitsOf(negate(value))}`;
  return digitsOf(value);
}

function digitsOf(this: void, value: BigInteger): string {
  let { high, low } = value;
  let digits = "";
  do {
    const carried = (high % CHUNK) * HALF + low;
    const chunk = carried % CHUNK;
    high = math.floor(high / CHUNK);
    low = math.floor(carried / CHUNK);
    digits = string.format(`%0${CHUNK_DIGITS}.0f`, chunk) + digits;
  } while (high > 0 || low > 0);
  const [text] = string.gsub(digits, "^0+(%d)", "%1");
  return text;
}
