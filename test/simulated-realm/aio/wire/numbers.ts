import { LARGEST_NUMBER } from "../protocol";

/** Digits of AIO's numbers run from 1 to 254: byte 0 would end a C string, byte 255 stays unused. */
const BASE = 254;

/** Two bytes for an integer of 0..64,769. */
export function writeNumber(value: number): string {
  return string.char(math.floor(value / BASE) + 1, (value % BASE) + 1);
}

/** Reads the two bytes at `at` (from 1). Raises for values that {@link writeNumber} cannot have written. */
export function readNumber(text: string, at: number): number {
  const value = (string.byte(text, at) - 1) * BASE + string.byte(text, at + 1) - 1;
  if (value > LARGEST_NUMBER) error("Too high value");
  if (value < 0) error("Negative value");
  return value;
}
