import { uint32 } from "../objects/arguments";

declare function type(this: void, value: unknown): string;

/** The delay of a timer: milliseconds, or a table of the least and the most. */
export function delayRange(this: void, name: string, delay: unknown): LuaMultiReturn<[number, number]> {
  if (type(delay) !== "table") {
    const milliseconds = uint32(name, 2, delay);
    return $multi(milliseconds, milliseconds);
  }
  const [least, most] = delay as unknown[];
  const from = uint32(name, 2, least);
  const to = uint32(name, 2, most);
  if (from > to) error(`bad argument #2 to '${name}' (min is bigger than max delay)`, 0);
  return $multi(from, to);
}
