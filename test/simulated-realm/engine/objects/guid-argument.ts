import type { LuaState } from "../state/lua-state";
import { uint32 } from "./arguments";
import { type BigInteger, bigInteger } from "./big-integer";
import { engineClass } from "./engine-value";
import { integerOf } from "./integer-metatable";

declare function type(this: void, value: unknown): string;

/**
 * A GUID that a script gives: an `ObjectGuid` on Eluna; a number or a 64-bit number on ALE, where a string stands for
 * nobody (measured) and nil raises.
 */
export function guid(
  this: void,
  state: LuaState,
  name: string,
  position: number,
  value: unknown,
): BigInteger {
  const integer = integerOf(value);
  if (state.data.multistate) {
    if (integer !== undefined && engineClass(value) === "ObjectGuid") return integer;
    error(`bad argument #${position} to '${name}' (ObjectGuid expected, got ${type(value)})`, 0);
  }
  if (integer !== undefined) return integer;
  if (type(value) === "string") return bigInteger(0, 0);
  return bigInteger(0, uint32(name, position, value));
}
