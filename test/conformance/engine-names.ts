import { spawnSync } from "node:child_process";
import fixture from "../fixtures/lua-engines.json";
import type { EngineName } from "../simulated-realm/engine/data/engine-name";
import type { LuaNames } from "./lua-names";

/** The Luas that the engines are built with. */
export const LUAS = ["lua5.1", "luajit", "lua5.2", "lua5.3", "lua5.4"] as const;

export const ENGINES = Object.keys(fixture.engines) as EngineName[];

interface NameList {
  readonly names: readonly string[];
  readonly missing: readonly string[];
  readonly mapOnly: readonly string[];
}

/**
 * Names that not every engine has, used only where the engine is known, with the engines that have them. Who adds a line
 * here adds the branch in server-bridge/eluna/engine too.
 */
export const ADAPTER_NAMES: ReadonlyMap<string, readonly EngineName[]> = new Map([
  ["SendSysMessage", ["ale"]],
  ["Data", ["eluna-azerothcore", "eluna-trinitycore", "eluna-cmangos"]],
  ["GetPlayersOnMap", ["eluna-azerothcore", "eluna-trinitycore", "eluna-cmangos"]],
  ["IsDungeonBoss", ["ale", "eluna-azerothcore", "eluna-trinitycore"]],
  ["RegisterSpellEvent", ["ale", "eluna-azerothcore", "eluna-trinitycore"]],
]);

/** Names that only `map-state/` uses, which runs in map states. */
const MAP_STATE_NAMES: ReadonlySet<string> = new Set(["GetPlayersOnMap"]);

/** The realm's public name, and the library that it talks to the addons with. */
const PUBLIC_GLOBALS: ReadonlySet<string> = new Set(["AIO", "DC"]);

/** Names of Lua that not all versions have, read with another one at hand (`table.unpack or unpack`) or asked for their type. */
const GUARDED: ReadonlySet<string> = new Set(["unpack", "table.unpack", "jit"]);

/** Methods of the message objects that AIO gives. */
const AIO_METHODS: ReadonlySet<string> = new Set([
  "Add",
  "Append",
  "Clear",
  "HasMsg",
  "ToString",
  "Assemble",
  "Send",
]);

function run(lua: string, code: string): string {
  const { stdout, stderr, status } = spawnSync(lua, ["-"], { input: code, encoding: "utf8" });
  if (status !== 0) throw new Error(`${lua}: ${stderr}`);
  return stdout;
}

const LIST_NAMES = `
  for name, value in pairs(_G) do
    print(name)
    if type(value) == "table" and name ~= "_G" and name ~= "arg" then
      for field in pairs(value) do print(name .. "." .. tostring(field)) end
    end
  end
`;

/** There only where a Lua was built to be compatible with an older one, as Debian's 5.4 is. */
const COMPATIBILITY = new Set(
  "pow cosh sinh tanh frexp ldexp log10".split(" ").map((name) => `math.${name}`),
);

/** Lua's own globals, and the fields of its libraries as `table.concat`, that all five versions have. */
function commonLuaNames(): ReadonlySet<string> {
  const lists = LUAS.map((lua) => new Set(run(lua, LIST_NAMES).trim().split("\n")));
  const [first, ...others] = lists;
  const common = [...(first ?? [])].filter((name) => others.every((list) => list.has(name)));
  return new Set(common.filter((name) => !COMPATIBILITY.has(name)));
}

const luaOwn = commonLuaNames();

function isCallable(list: NameList, name: string): boolean {
  const isThere = MAP_STATE_NAMES.has(name) || !list.mapOnly.includes(name);
  return list.names.includes(name) && !list.missing.includes(name) && isThere;
}

/** The engines on which the script can call this function in the state in which it does. */
export function enginesWithGlobal(name: string): EngineName[] {
  return ENGINES.filter((engine) => isCallable(fixture.engines[engine].globals, name));
}

/** The engines on which some object has this method. */
export function enginesWithMethod(name: string): EngineName[] {
  return ENGINES.filter((engine) => {
    const classes: Readonly<Record<string, NameList>> = fixture.engines[engine].classes;
    return Object.values(classes).some((list) => isCallable(list, name));
  });
}

function isEverywhere(name: string, engines: readonly EngineName[]): boolean {
  return engines.length === (ADAPTER_NAMES.get(name) ?? ENGINES).length;
}

/** Globals that the text reads and that some engine or some Lua lacks. */
export function unknownReads(names: LuaNames): string[] {
  const isKnown = (name: string): boolean =>
    luaOwn.has(name) ||
    GUARDED.has(name) ||
    PUBLIC_GLOBALS.has(name) ||
    (enginesWithGlobal(name).length > 0 && isEverywhere(name, enginesWithGlobal(name)));
  return [...names.reads].filter((name) => !isKnown(name)).sort();
}

/** Globals that the text writes beside the public one. */
export function foreignWrites(names: LuaNames): string[] {
  return [...names.writes].filter((name) => name !== "DC").sort();
}

/** Methods that some engine lacks and that neither the text itself nor AIO nor Lua's strings have. */
export function unknownMethods(names: LuaNames): string[] {
  const isKnown = (name: string): boolean =>
    names.fields.has(name) ||
    AIO_METHODS.has(name) ||
    luaOwn.has(`string.${name}`) ||
    (enginesWithMethod(name).length > 0 && isEverywhere(name, enginesWithMethod(name)));
  return [...names.methods].filter((name) => !isKnown(name)).sort();
}

/** Fields of Lua's libraries, as `table.pack`, that the text names and some version lacks. */
export function unknownLibraryFields(lua: string): string[] {
  const code = lua.replaceAll(/--[^\n]*|"(?:[^"\\\n]|\\.)*"/g, "");
  const named = code.match(/(?<![\w.])(?:string|table|math|os|io|debug|coroutine)\.[a-z]\w*/g) ?? [];
  return [...new Set(named)].filter((name) => !luaOwn.has(name) && !GUARDED.has(name)).sort();
}

const PARSE = `
  local chunk, fault = (loadstring or load)(io.read("*a"), "=text")
  if not chunk then io.write(fault) end
`;

/** What the Luas say about a string that they can't parse, each fault with its Lua's name. */
export function syntaxFaults(lua: string): string[] {
  return LUAS.flatMap((version) => {
    const { stdout } = spawnSync(version, ["-e", PARSE], { input: lua, encoding: "utf8" });
    return stdout === "" ? [] : [`${version}: ${stdout}`];
  });
}
