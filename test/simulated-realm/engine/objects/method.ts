import type { LuaState } from "../state/lua-state";
import type { Entity } from "./entity";

/**
 * The double's model of an engine method. It gets the state that calls, the entity and the arguments as the script gave
 * them, checks the arguments, and gives one Lua value.
 */
export type Method<E extends Entity> = (
  this: void,
  state: LuaState,
  self: E,
  a?: unknown,
  b?: unknown,
  c?: unknown,
  d?: unknown,
  e?: unknown,
) => unknown;

/** Models of one class by method name. `never`: each table has its own kind of entity, checked before the call. */
export type MethodTable = Readonly<Record<string, Method<never> | undefined>>;

/** The double's model of an engine function. */
export type GlobalFunction = (
  this: void,
  state: LuaState,
  a?: unknown,
  b?: unknown,
  c?: unknown,
  d?: unknown,
  e?: unknown,
) => unknown;

export type GlobalTable = Readonly<Record<string, GlobalFunction | undefined>>;
