/** The number that a pattern has found as digits; 0 for none. */
export function numberOf(digits: string | undefined): number {
  // Lua 5.3 and later read digits as an integer, whose sums wrap around.
  return (tonumber(digits) ?? 0) / 1;
}
