import { today } from "../clock";
import { callGuarded, errorHandler, reportError, setErrorHandler } from "../errors";
import { globals, isUntouched, provide } from "../globals";
import { words } from "../widgets/state";
import { bitLibrary } from "./bit";

/** The double's own globals, and the libraries that strings' methods and addons share. */
declare const _G: Record<string, unknown> & { readonly libraries: Record<string, Record<string, unknown>> };

/** Stock functions that the client has under their own name. */
const stock =
  "_VERSION assert collectgarbage coroutine error gcinfo getfenv getmetatable ipairs loadstring math newproxy " +
  "next pairs pcall rawequal rawget rawset select setfenv setmetatable string table tonumber tostring type " +
  "unpack xpcall";

/** Global names of library functions: `name=library.function`. */
const aliases =
  "abs=math.abs ceil=math.ceil exp=math.exp floor=math.floor frexp=math.frexp ldexp=math.ldexp log=math.log " +
  "log10=math.log10 max=math.max min=math.min mod=math.fmod rad=math.rad deg=math.deg random=math.random " +
  "sqrt=math.sqrt format=string.format gmatch=string.gmatch gsub=string.gsub strbyte=string.byte " +
  "strchar=string.char strfind=string.find strlen=string.len strlower=string.lower strmatch=string.match " +
  "strrep=string.rep strrev=string.reverse strsub=string.sub strupper=string.upper foreach=table.foreach " +
  "foreachi=table.foreachi getn=table.getn sort=table.sort tinsert=table.insert tremove=table.remove";

function provideStock(): void {
  const values: Record<string, unknown> = {};
  for (const name of words(stock)) values[name] = _G.libraries[name] ?? _G[name];
  for (const [name, library, field] of string.gmatch(aliases, "(%w+)=(%w+)%.(%w+)")) {
    const functions = _G[library ?? ""] as Record<string, unknown>;
    values[name ?? ""] = functions[field ?? ""];
  }
  provide(values);
}

/** The global functions take degrees, those of `math` radians. */
const degrees = {
  sin: (angle: number) => math.sin(math.rad(angle)),
  cos: (angle: number) => math.cos(math.rad(angle)),
  tan: (angle: number) => math.tan(math.rad(angle)),
  asin: (value: number) => math.deg(math.asin(value)),
  acos: (value: number) => math.deg(math.acos(value)),
  atan: (value: number) => math.deg(math.atan(value)),
  atan2: (y: number, x: number) => math.deg(math.atan2(y, x)),
  PI: math.pi,
};

function wipe(table: Record<string, unknown>): unknown {
  for (const [key] of pairs(table)) table[key] = undefined as never;
  return table;
}

/** Cuts at each of the delimiter's characters; the last of `pieces` keeps its delimiters. */
function split(delimiters: string, text: string, pieces?: number): LuaMultiReturn<string[]> {
  const parts: string[] = [];
  let from = 1;
  for (let at = 1; at <= text.length; at++) {
    if (pieces !== undefined && parts.length + 1 >= pieces) break;
    const [found] = string.find(delimiters, string.sub(text, at, at), 1, true);
    if (found !== undefined) {
      parts.push(string.sub(text, from, at - 1));
      from = at + 1;
    }
  }
  parts.push(string.sub(text, from));
  return $multi(...parts);
}

function trim(text: string, characters?: string): string {
  const set = characters === undefined ? "%s" : string.gsub(characters, "(%W)", "%%%1")[0];
  const [inner] = string.match(text, `^[${set}]*(.-)[${set}]*$`);
  return inner ?? "";
}

/** Every byte that begins a character. In bytes: the compiler would write characters as UTF-8. */
const firstBytes = `[^${string.char(0x80)}-${string.char(0xbf)}]`;

const texts = {
  strsplit: split,
  strjoin: (delimiter: string, ...parts: string[]) => table.concat([...parts], delimiter),
  strconcat: (...parts: string[]) => table.concat([...parts]),
  strtrim: trim,
  strlenutf8: (text: string) => string.gsub(text, firstBytes, "")[1],
};

/** Runs `hook` behind the original, whose results it hides nothing of. */
function hookFunction(
  owner: Record<string, unknown>,
  name: string,
  hook: (...args: unknown[]) => void,
): void {
  const original = owner[name] as ((...args: unknown[]) => LuaMultiReturn<unknown[]>) | undefined;
  if (type(original) !== "function") error(`hooksecurefunc(): ${name} is not a function`, 3);
  owner[name] = (...args: unknown[]) => {
    const results = original === undefined ? [] : [...original(...args)];
    callGuarded(hook, ...args);
    return $multi(...results);
  };
}

function hooksecurefunc(first: unknown, second: unknown, third?: unknown): void {
  if (type(first) === "string") {
    hookFunction(globals, first as string, second as (...args: unknown[]) => void);
  } else {
    hookFunction(first as Record<string, unknown>, second as string, third as (...args: unknown[]) => void);
  }
}

function securecall(target: unknown, ...args: unknown[]): unknown {
  const code = (type(target) === "string" ? globals[target as string] : target) as (
    ...args: unknown[]
  ) => unknown;
  const [succeeded, result] = pcall(code, ...args);
  if (succeeded) return result;
  reportError(result);
  return undefined;
}

const security = {
  geterrorhandler: errorHandler,
  seterrorhandler: setErrorHandler,
  securecall,
  hooksecurefunc,
  issecure: () => undefined,
  issecurevariable: (first: unknown, second?: unknown): LuaMultiReturn<unknown[]> => {
    const name = type(first) === "string" ? first : second;
    const secure = type(first) === "string" && isUntouched(name as string);
    if (secure) return $multi(1);
    return $multi(undefined, "");
  },
  getglobal: (name: string) => globals[name],
  setglobal: (name: string, value: unknown) => {
    globals[name] = value;
  },
  scrub: (...values: unknown[]) => $multi(...values),
};

const profiling = {
  debugstack: () => debug.traceback("", 2),
  debugprofilestart: () => undefined,
  debugprofilestop: () => os.clock() * 1000,
};

const dates = {
  date: (pattern?: string, at?: number) => os.date(pattern ?? "%c", at ?? today()),
  time: (parts?: LuaDateInfo) => (parts === undefined ? today() : os.time(parts)),
  difftime: (later: number, earlier: number) => later - earlier,
};

/** Stock Lua without what the client lacks, and what it adds to it. */
export function provideLua(): void {
  provideStock();
  provide(degrees);
  provide(texts);
  provide(security);
  provide(profiling);
  provide(dates);
  provide({ bit: bitLibrary, wipe });
  const { string: strings, table: tables } = _G.libraries;
  if (strings !== undefined && tables !== undefined) {
    strings["split"] = texts.strsplit;
    strings["join"] = texts.strjoin;
    strings["trim"] = texts.strtrim;
    tables["wipe"] = wipe;
  }
}
