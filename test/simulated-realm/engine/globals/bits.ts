import { uint32 } from "../objects/arguments";
import type { GlobalFunction, GlobalTable } from "../objects/method";

const BITS = 32;
const RANGE = 4294967296;

type BitRule = (this: void, left: number, right: number) => boolean;

function combined(this: void, name: string, rule: BitRule): GlobalFunction {
  return (_state, left, right) => {
    let a = uint32(name, 1, left);
    let b = uint32(name, 2, right);
    let result = 0;
    let bit = 1;
    for (let index = 0; index < BITS; index++) {
      if (rule(a % 2, b % 2)) result += bit;
      a = math.floor(a / 2);
      b = math.floor(b / 2);
      bit *= 2;
    }
    return result;
  };
}

/** The engines' functions on unsigned 32-bit numbers, for Luas without a bit library. */
export const BIT_FUNCTIONS: GlobalTable = {
  bit_and: combined("bit_and", (a, b) => a + b === 2),
  bit_or: combined("bit_or", (a, b) => a + b > 0),
  bit_xor: combined("bit_xor", (a, b) => a !== b),
  bit_not: (_state, value) => RANGE - 1 - uint32("bit_not", 1, value),
  bit_lshift: (_state, value, count) =>
    (uint32("bit_lshift", 1, value) * 2 ** (uint32("bit_lshift", 2, count) % BITS)) % RANGE,
  bit_rshift: (_state, value, count) =>
    math.floor(uint32("bit_rshift", 1, value) / 2 ** (uint32("bit_rshift", 2, count) % BITS)),
};
