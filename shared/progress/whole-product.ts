import { MAXIMUM_AMOUNT } from "../catalog/number-types";

/** What floating point may be short of a product, in relation to it: some fifty of its steps, for bonuses of many rows. */
const SHORTFALL = 1e-14;

/**
 * `amount` times `multiplier` in whole numbers, rounded down, at most 2^53 - 1. A percentage gives what it gives on paper: 1,500 times
 * 1.15 is 1724.9999999999998 to a processor, and 1725 here.
 *
 * @param amount Whole, 0 to 2^53 - 1.
 * @param multiplier At least 0, as synergies make it.
 */
export function wholeProduct(amount: number, multiplier: number): number {
  // The division makes a float of it: Lua 5.3 multiplies whole numbers in 64 bits, and a large product would be negative.
  const product = (amount / 1) * multiplier;
  if (product >= MAXIMUM_AMOUNT) return MAXIMUM_AMOUNT;
  const below = Math.floor(product);
  const missing = below + 1 - product;
  return missing < 0.5 && missing <= product * SHORTFALL ? below + 1 : below;
}
