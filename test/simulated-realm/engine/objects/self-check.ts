import type { LuaState } from "../state/lua-state";
import type { Entity } from "./entity";
import { engineClass, type EngineValue } from "./engine-value";

const DEAD = "nonexisting (invalidated) object (userdata). Check your code.";

/** Classes whose values belong to Lua: they never die. */
const OWNED_BY_LUA: Readonly<Record<string, boolean | undefined>> = {
  ALEQuery: true,
  ElunaQuery: true,
  WorldPacket: true,
  ObjectGuid: true,
  LuaVal: true,
  "long long": true,
  "unsigned long long": true,
};

function isAlive(this: void, state: LuaState, value: EngineValue): boolean {
  const entity = value.__entity;
  if (OWNED_BY_LUA[entity.kind] === true) return true;
  if (state.data.objectsDieWithTheHook) return state.isInCall() && value.__call === state.callNumber;
  return entity.gone !== true && !value.__elsewhere;
}

function isOfClass(this: void, state: LuaState, actual: string, wanted: string): boolean {
  if (actual === wanted) return true;
  for (const base of state.data.classes[actual]?.inherits ?? []) {
    if (base === wanted) return true;
  }
  return false;
}

/**
 * The entity behind `value`, which must be a living object of `wanted` or of a class derived from it. Raises otherwise,
 * in the engine's words.
 */
export function entityOf(
  this: void,
  state: LuaState,
  wanted: string,
  value: unknown,
  where: () => string,
): Entity {
  const actual = engineClass(value);
  if (actual === undefined || !isOfClass(state, actual, wanted)) {
    const got = actual ?? luaType(value);
    error(`${where()} (${wanted} expected, got ${got})`, 0);
  }
  const engineValue = value as EngineValue;
  if (!isAlive(state, engineValue)) error(`${where()} (${actual} expected, got pointer to ${DEAD})`, 0);
  return engineValue.__entity;
}

declare const _G: { readonly type: (this: void, value: unknown) => string };
const luaType = _G.type;
