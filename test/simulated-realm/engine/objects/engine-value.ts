import type { LuaState } from "../state/lua-state";
import type { Entity } from "./entity";

/**
 * A value of the engine as a script holds it. In worldserver it is userdata; here it is a table, since plain Lua cannot
 * make userdata, and the environment's `type` calls it userdata.
 */
export interface EngineValue<E extends Entity = Entity> {
  readonly __entity: E;
  /** The thing was not on the map of the state that the value was made in. */
  readonly __elsewhere: boolean;
  /** Number of the call that it was made in. */
  readonly __call: number;
}

/** Marks the metatables of engine values. */
export interface EngineMetatable {
  readonly __engineClass: string;
}

declare function getmetatable(this: void, value: unknown): EngineMetatable | undefined;
declare function setmetatable<T extends object>(this: void, value: T, metatable: EngineMetatable): T;
declare function type(this: void, value: unknown): string;

/** Name of the engine's class, or nil for any other Lua value. */
export function engineClass(this: void, value: unknown): string | undefined {
  if (type(value) !== "table") return undefined;
  return getmetatable(value)?.__engineClass;
}

/** Makes a new Lua value for `entity`: never the same one twice. Nil stays nil. */
export function push(this: void, state: LuaState, entity: Entity | undefined): EngineValue | undefined {
  if (entity === undefined) return undefined;
  const elsewhere = state.map !== undefined && entity.map !== undefined && entity.map !== state.map;
  const value: EngineValue = { __entity: entity, __elsewhere: elsewhere, __call: state.callNumber };
  return setmetatable(value, state.classes.metatable(entity.kind));
}
