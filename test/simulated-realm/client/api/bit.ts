/** 32-bit numbers: results are 0 to 2^32 - 1, as those of the client's library. */
const modulus = 4294967296;

type BitRule = (a: number, b: number) => boolean;

function combine(first: number, second: number, rule: BitRule): number {
  let a = first % modulus;
  let b = second % modulus;
  let result = 0;
  for (let place = 1; place < modulus; place *= 2) {
    if (rule(a % 2, b % 2)) result += place;
    a = math.floor(a / 2);
    b = math.floor(b / 2);
  }
  return result;
}

function fold(rule: BitRule) {
  return (first: number, ...rest: number[]): number => {
    let result = first % modulus;
    for (const value of rest) result = combine(result, value, rule);
    return result;
  };
}

function shiftLeft(value: number, bits: number): number {
  return ((value % modulus) * 2 ** bits) % modulus;
}

function shiftRight(value: number, bits: number): number {
  return math.floor((value % modulus) / 2 ** bits);
}

function shiftArithmetic(value: number, bits: number): number {
  const unsigned = value % modulus;
  const signed = unsigned >= modulus / 2 ? unsigned - modulus : unsigned;
  return math.floor(signed / 2 ** bits) % modulus;
}

/** The global `bit`. */
export const bitLibrary = {
  band: fold((a, b) => a === 1 && b === 1),
  bor: fold((a, b) => a === 1 || b === 1),
  bxor: fold((a, b) => a !== b),
  bnot: (value: number) => modulus - 1 - (value % modulus),
  lshift: shiftLeft,
  rshift: shiftRight,
  arshift: shiftArithmetic,
};
