import { toHex } from "./hex";
import { host } from "./host";
import { createWidget } from "./widgets/widget";

/** The global table that addons see. The double's own code runs in another one, out of their reach. */
export const globals = getfenv(0) as Record<string, unknown>;

/** Everything the client itself put into the global table, to tell what an addon replaced. */
const provided = new LuaTable<string, unknown>();
const expected = new LuaSet<string>();

/** Puts globals of the game into the table. */
export function provide(values: Record<string, unknown>): void {
  for (const [name, value] of pairs(values)) {
    rawset(globals, name, value);
    provided.set(name, value);
  }
}

/** Reading this global before anything has set it is in order: it is somebody's saved variable. */
export function expectGlobal(name: string): void {
  expected.add(name);
}

/** Whether the global is as the game made it, or is nothing. */
export function isUntouched(name: string): boolean {
  return rawget(globals, name) === provided.get(name);
}

function missingGlobal(this: void, _globals: unknown, name: unknown): unknown {
  if (type(name) !== "string" || expected.has(name as string)) return undefined;
  const kind = host.kindOf(name as string);
  if (kind === "text") return name;
  if (kind === "font") return createWidget("Font", name as string).widget;
  if (kind === "other")
    error(`the client double lacks the global '${name as string}', which the game has`, 2);
  if (kind === "absent") host.record("violations", toHex(name as string));
  return undefined;
}

/** Empties the table of everything that stock Lua brings; only what is provided later is there. */
export function clearGlobals(): void {
  for (const [name] of pairs(globals)) globals[name] = undefined;
  setmetatable(globals, { __index: missingGlobal });
  provide({ _G: globals });
}
