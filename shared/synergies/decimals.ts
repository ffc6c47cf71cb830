const PLACES = 4;
const SCALE = 10_000;

/**
 * `value`, from 0 to 10^11, with at least `fewest` and at most four decimal places. Rounds by itself: where a value
 * lies halfway, JavaScript's and C's formatting differ.
 */
export function decimals(value: number, fewest: number): string {
  const scaled = Math.floor(value * SCALE + 0.5);
  const whole = Math.floor(scaled / SCALE);
  let fraction = (scaled - whole * SCALE).toFixed(0).padStart(PLACES, "0");
  while (fraction.length > fewest && fraction.endsWith("0"))
    fraction = fraction.substring(0, fraction.length - 1);
  return fraction === "" ? whole.toFixed(0) : `${whole.toFixed(0)}.${fraction}`;
}
