import { loadChunk } from "../lua/load-chunk";
import { engineClass } from "../objects/engine-value";
import { installGlobals } from "../globals/install";
import type { LuaState } from "./lua-state";

/** The globals of one Lua state. */
export type Environment = Record<string, unknown>;

type LuaFunction = (this: void, ...values: unknown[]) => LuaMultiReturn<unknown[]>;
type Library = Record<string, unknown>;

declare const _G: Record<string, unknown> & {
  readonly pcall: LuaFunction;
  readonly xpcall: LuaFunction;
  readonly require: LuaFunction;
  readonly type: (this: void, value: unknown) => string;
  readonly coroutine: Library & { readonly resume: LuaFunction };
  readonly os: Library & { readonly date: LuaFunction; readonly time: LuaFunction };
};

/** Lua's own names in any of its five versions. Everything else of the host's globals stays outside. */
const LUA_NAMES = [
  "_VERSION",
  "assert",
  "bit",
  "bit32",
  "collectgarbage",
  "coroutine",
  "debug",
  "error",
  "getfenv",
  "getmetatable",
  "io",
  "ipairs",
  "jit",
  "math",
  "next",
  "os",
  "package",
  "pairs",
  "rawequal",
  "rawget",
  "rawlen",
  "rawset",
  "select",
  "setfenv",
  "setmetatable",
  "string",
  "table",
  "tonumber",
  "tostring",
  "type",
  "unpack",
  "utf8",
];

/** A copy of its own, so that what a script changes in a library ends with its state. */
function copyOf(this: void, value: unknown): unknown {
  if (_G.type(value) !== "table") return value;
  const copy: Library = {};
  for (const [name, member] of pairs(value as Library)) copy[name] = member;
  return copy;
}

/** `pcall` of a frozen world never returns: what the engine did cannot be caught. */
function guarded(this: void, state: LuaState, call: LuaFunction): LuaFunction {
  const passOn: LuaFunction = (...results) => {
    state.world.checkRunning();
    return $multi(...results);
  };
  return (...values) => passOn(...call(...values));
}

function installProtectedCalls(this: void, state: LuaState, environment: Environment): void {
  environment["pcall"] = guarded(state, _G.pcall);
  environment["xpcall"] = guarded(state, _G.xpcall);
  (environment["coroutine"] as Library)["resume"] = guarded(state, _G.coroutine.resume);
}

function installTime(this: void, state: LuaState, environment: Environment): void {
  const os = environment["os"] as Library;
  os["time"] = (when?: unknown) =>
    when === undefined ? state.world.clock.unixSeconds() : _G.os.time(when)[0];
  os["date"] = (format?: unknown, when?: unknown) =>
    _G.os.date(format ?? "%c", when ?? state.world.clock.unixSeconds())[0];
  os["exit"] = () => state.world.freeze("os.exit");
}

function installLoaders(this: void, state: LuaState, environment: Environment): void {
  const load = (code: unknown, name?: unknown, _mode?: unknown, globals?: object) => {
    if (_G.type(code) !== "string") error("the double models load of a string only", 0);
    return loadChunk(code as string, (name as string | undefined) ?? "=(load)", globals ?? environment);
  };
  environment["load"] = load;
  environment["loadstring"] = load;
  environment["require"] = (name: string) =>
    state.scripts.has(name) ? state.scripts.require(name) : _G.require(name)[0];
}

/** Makes the globals of a fresh state: Lua's own, with the world's clock, and the engine's. */
export function buildEnvironment(this: void, state: LuaState): Environment {
  const environment: Environment = {};
  for (const name of LUA_NAMES) environment[name] = copyOf(_G[name]);
  environment["_G"] = environment;
  environment["type"] = (value: unknown) => (engineClass(value) === undefined ? _G.type(value) : "userdata");
  environment["print"] = (...values: unknown[]) => {
    const words: string[] = [];
    for (const index of $range(1, select("#", ...values))) words.push(tostring(select(index, ...values)[0]));
    state.world.log(table.concat(words, "\t"));
  };
  installProtectedCalls(state, environment);
  installTime(state, environment);
  installLoaders(state, environment);
  state.classes.install(environment);
  installGlobals(state, environment);
  return environment;
}
