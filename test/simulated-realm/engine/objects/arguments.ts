import type { LuaState } from "../state/lua-state";
import type { Entity } from "./entity";
import { entityOf } from "./self-check";

declare function type(this: void, value: unknown): string;

const UINT32_MAXIMUM = 4294967295;

function bad(this: void, name: string, position: number, problem: string): never {
  error(`bad argument #${position} to '${name}' (${problem})`, 0);
}

function whole(
  this: void,
  name: string,
  position: number,
  value: unknown,
  least: number,
  most: number,
): number {
  // Lua's own check of a number also takes text that reads as one.
  const number = type(value) === "string" ? tonumber(value) : value;
  if (type(number) !== "number") return bad(name, position, `number expected, got ${got(value)}`);
  const given = number as number;
  if (given < least) return bad(name, position, `value must be greater than or equal to ${least}`);
  if (given > most) return bad(name, position, `value must be less than or equal to ${most}`);
  return given < 0 ? math.ceil(given) : math.floor(given);
}

function got(this: void, value: unknown): string {
  return value === undefined ? "no value" : type(value);
}

/** Each function below checks argument `position` of the engine function `name`, and raises in the engine's words. */
export function uint32(
  this: void,
  name: string,
  position: number,
  value: unknown,
  fallback?: number,
): number {
  if (value === undefined && fallback !== undefined) return fallback;
  return whole(name, position, value, 0, UINT32_MAXIMUM);
}

export function int32(this: void, name: string, position: number, value: unknown, fallback?: number): number {
  if (value === undefined && fallback !== undefined) return fallback;
  return whole(name, position, value, -2147483648, 2147483647);
}

/** Numbers are text to Lua's check of a string; the text ends at its first NUL, as a C string does. */
export function text(this: void, name: string, position: number, value: unknown): string {
  if (type(value) !== "string" && type(value) !== "number") {
    return bad(name, position, `string expected, got ${got(value)}`);
  }
  return cString(tostring(value));
}

/** What a C function sees of a Lua string. */
export function cString(this: void, value: string): string {
  const [nul] = string.find(value, "\0", 1, true);
  return nul === undefined ? value : string.sub(value, 1, nul - 1);
}

export type Callback = (this: void, ...values: unknown[]) => unknown;

export function callback(this: void, name: string, position: number, value: unknown): Callback {
  if (type(value) !== "function") return bad(name, position, `function expected, got ${got(value)}`);
  return value as Callback;
}

/** A living engine object of class `wanted`. */
export function object(
  this: void,
  state: LuaState,
  name: string,
  position: number,
  wanted: string,
  value: unknown,
): Entity {
  return entityOf(state, wanted, value, () => `bad argument #${position} to '${name}'`);
}
