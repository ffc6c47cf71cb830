/** Rounds to a 32-bit float, as a value does that goes through a C `float`. */
export function toFloat32(this: void, value: number): number {
  if (value === 0 || value !== value || value === math.huge || value === -math.huge) return value;
  const MANTISSA_BITS = 24;
  let scale = 1;
  while (math.abs(value) * scale < 2 ** (MANTISSA_BITS - 1)) scale = scale * 2;
  while (math.abs(value) * scale >= 2 ** MANTISSA_BITS) scale = scale / 2;
  const scaled = value * scale;
  const below = math.floor(scaled);
  const rest = scaled - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 === 1);
  return (up ? below + 1 : below) / scale;
}

/** Gives the number the float subtype where Lua has one (5.3 and later): it then prints as `5.0`. */
export function asFloat(this: void, value: number): number {
  return value / 1;
}
