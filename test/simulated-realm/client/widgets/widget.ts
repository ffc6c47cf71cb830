import { host } from "../host";
import { propertyMethod } from "./properties";
import { type Method, type MethodTable, registerState, type Widget, type WidgetState, words } from "./state";

declare function newproxy(this: void): LuaUserdata;

const metatables = new LuaTable<string, { __index: MethodTable }>();
const implementations = new LuaTable<string, MethodTable[]>();

/** Adds behaviour for the methods that a widget type lists itself; the lists say which types have which methods. */
export function implement(type: string, ...tables: MethodTable[]): void {
  const known = implementations.get(type) ?? [];
  for (const methods of tables) known.push(methods);
  implementations.set(type, known);
}

function implementationOf(lineage: string[], name: string): Method | undefined {
  for (const type of lineage) {
    for (const methods of implementations.get(type) ?? []) {
      const method = methods[name];
      if (method !== undefined) return method;
    }
  }
  return undefined;
}

function unsupported(type: string, name: string): Method {
  return () => error(`the client double has no behaviour for ${type}:${name}, which the game has`, 2);
}

function metatableOf(type: string): { __index: MethodTable } {
  const known = metatables.get(type);
  if (known !== undefined) return known;
  const lineage = words(host.lineageOf(type));
  const names = words(host.methodsOf(type));
  const siblings = new LuaSet<string>();
  for (const name of names) siblings.add(name);
  const methods: MethodTable = {};
  for (const name of names) {
    methods[name] =
      implementationOf(lineage, name) ?? propertyMethod(name, siblings) ?? unsupported(type, name);
  }
  const metatable = { __index: methods };
  metatables.set(type, metatable);
  return metatable;
}

/** Makes a widget of a type of the lists; a name makes it a global, as in the game. */
export function createWidget(type: string, name?: string, parent?: WidgetState): WidgetState {
  const widget: Widget = setmetatable({ 0: newproxy() }, metatableOf(type));
  const state: WidgetState = {
    widget,
    type,
    name,
    parent,
    children: [],
    regions: [],
    shown: true,
    scripts: new LuaTable(),
    properties: new LuaTable(),
    text: undefined,
  };
  registerState(state);
  if (name !== undefined) rawset(getfenv(0) as Record<string, unknown>, name, widget);
  return state;
}
