import { push } from "../objects/engine-value";
import type { LuaValContent, LuaValEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";
import type { LuaState } from "../state/lua-state";

declare function type(this: void, value: unknown): string;

type Key = string | number | boolean;

export function newLuaVal(this: void): LuaValEntity {
  return { kind: "LuaVal", values: new LuaTable<Key, LuaValContent>() };
}

/** Numbers are kept as C doubles: an integer of Lua 5.3 and later comes back as a float. Tables are copied. */
function contentOf(this: void, name: string, position: number, value: unknown): LuaValContent {
  const kind = type(value);
  if (kind === "number") return (value as number) / 1;
  if (kind === "string" || kind === "boolean") return value as string | boolean;
  if (kind !== "table") error(`bad argument #${position} to '${name}' (Trying to use unsupported type)`, 0);
  const copy = newLuaVal();
  for (const [key, member] of value as LuaTable<Key, unknown>) {
    copy.values.set(key, contentOf(name, position, member));
  }
  return copy;
}

function keyOf(this: void, name: string, position: number, key: unknown): Key {
  if (key === undefined) error(`bad argument #${position} to '${name}' (trying to use nil as key)`, 0);
  const content = contentOf(name, position, key);
  return type(content) === "table"
    ? error(`the double does not model a table as key of a LuaVal`, 0)
    : (content as Key);
}

function isTable(this: void, content: LuaValContent): content is LuaValEntity {
  return type(content) === "table";
}

function pushed(this: void, state: LuaState, content: LuaValContent | undefined): unknown {
  return content !== undefined && isTable(content) ? push(state, content) : content;
}

function asTable(this: void, entity: LuaValEntity): LuaTable<Key, unknown> {
  const copy = new LuaTable<Key, unknown>();
  for (const [key, content] of entity.values) {
    copy.set(key, isTable(content) ? asTable(content) : content);
  }
  return copy;
}

/**
 * `Get` and `Set` of one key, and `AsTable` of everything. Eluna's also take a path of keys, which here would not be told from
 * a nil at the end: the double refuses it.
 */
const luaValMethods: Record<string, Method<LuaValEntity>> = {
  Get: (state, self, key, more) => {
    if (more !== undefined) error("the double does not model a path of keys for LuaVal:Get", 0);
    return pushed(state, self.values.get(keyOf("Get", 2, key)) as LuaValContent | undefined);
  },
  Set: (_state, self, key, value, more) => {
    if (more !== undefined) error("the double does not model a path of keys for LuaVal:Set", 0);
    const place = keyOf("Set", 2, key);
    if (value === undefined) self.values.delete(place);
    else self.values.set(place, contentOf("Set", 3, value));
  },
  AsTable: (_state, self, depth) => {
    if (depth !== undefined) error("the double does not model a depth for LuaVal:AsTable", 0);
    return asTable(self);
  },
};

export const LUA_VAL_METHODS: MethodTable = luaValMethods;
