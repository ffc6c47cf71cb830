import { spawnSync } from "node:child_process";
import { clientApi, clientGlobals, frameXml, sharedGlobals, widgetMethods } from "../fixtures/client-names";

/** What a Lua text touches by name, from the listing of the Lua 5.1 compiler. */
export interface LuaNames {
  /** Globals read, also as fields of `_G`. */
  readonly reads: ReadonlySet<string>;
  /** Globals written, also as fields of `_G`. */
  readonly writes: ReadonlySet<string>;
  /** Names called as `:Name(`. */
  readonly methods: ReadonlySet<string>;
  /** String keys that the text itself stores into tables, its own methods among them. */
  readonly fields: ReadonlySet<string>;
}

/** Reads of these are guarded by their readers: TypeScriptToLua's bundle keeps an outer `require` if there is one. */
const probed: ReadonlySet<string> = new Set(["require"]);

/** Methods of Lua's strings, the client's additions included. */
const stringMethods: ReadonlySet<string> = new Set(
  "byte char find format gmatch gsub join len lower match rep reverse split sub trim upper".split(" "),
);

/** Methods of the objects that AIO, LibStub, CallbackHandler-1.0 and LibDataBroker-1.1 give. */
const libraryMethods: ReadonlySet<string> = new Set([
  ..."Add Append Clear HasMsg ToString Assemble Send".split(" "),
  ..."NewLibrary GetLibrary IterateLibraries".split(" "),
  ..."New Fire RegisterCallback UnregisterCallback UnregisterAllCallbacks".split(" "),
  ..."NewDataObject GetDataObjectByName GetNameByDataObject DataObjectIterator".split(" "),
]);

function compile(lua: string, ...flags: string[]): { readonly output: string; readonly fault: string } {
  const run = spawnSync("luac5.1", [...flags, "-p", "-"], {
    input: lua,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (run.error !== undefined)
    throw new Error("luac5.1 is missing: install the package lua5.1", { cause: run.error });
  return { output: run.stdout, fault: run.stderr.trim() };
}

/** What Lua 5.1 says about a string that it can't parse; "" for one that it can. */
export function syntaxFault(lua: string): string {
  return compile(lua).fault;
}

interface Instruction {
  readonly operation: string;
  readonly registers: readonly number[];
  /** First string constant that the instruction uses, for GETGLOBAL and SETGLOBAL the name. */
  readonly name: string | undefined;
}

const line = /^\t\d+\t\[[\d-]+\]\t([A-Z]+)\s+((?:-?\d+ ?)+)(?:\t; (.*))?$/;

function parseInstruction(text: string): Instruction | undefined {
  const [, operation, registers, comment] = line.exec(text) ?? [];
  if (operation === undefined || registers === undefined) return undefined;
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(comment ?? "")?.[1];
  const name = operation.endsWith("GLOBAL") ? comment : quoted;
  return { operation, registers: registers.trim().split(" ").map(Number), name };
}

/** Collects the names of one function; `_G` is followed through the registers that hold it. */
class NameCollector implements LuaNames {
  readonly reads = new Set<string>();
  readonly writes = new Set<string>();
  readonly methods = new Set<string>();
  readonly fields = new Set<string>();
  private readonly globalTables = new Set<number>();

  beginFunction(): void {
    this.globalTables.clear();
  }

  add({ operation, registers, name }: Instruction): void {
    const [target = -1, source = -1] = registers;
    if (operation === "SETTABLE") {
      if (name !== undefined) (this.globalTables.has(target) ? this.writes : this.fields).add(name);
      return;
    }
    if (operation === "SETGLOBAL") this.addTo(this.writes, name);
    if (operation === "GETGLOBAL") this.addTo(this.reads, name);
    if (operation === "SELF") this.addTo(this.methods, name);
    if (operation === "GETTABLE" && this.globalTables.has(source)) this.addTo(this.reads, name);
    this.follow(operation, target, source, name);
  }

  private addTo(names: Set<string>, name: string | undefined): void {
    if (name !== undefined) names.add(name);
  }

  private follow(operation: string, target: number, source: number, name: string | undefined): void {
    const isTable =
      (operation === "GETGLOBAL" && name === "_G") || (operation === "MOVE" && this.globalTables.has(source));
    const writes = !["SETGLOBAL", "SETUPVAL", "EQ", "LT", "LE", "TEST", "JMP", "RETURN"].includes(operation);
    if (isTable) this.globalTables.add(target);
    else if (writes) this.globalTables.delete(target);
  }
}

/**
 * The names that a Lua text touches.
 * @throws when Lua 5.1 can't parse it.
 */
export function luaNames(lua: string): LuaNames {
  const { output, fault } = compile(lua, "-l");
  if (fault !== "") throw new Error(fault);
  const names = new NameCollector();
  for (const text of output.split("\n")) {
    const instruction = parseInstruction(text);
    if (instruction !== undefined) names.add(instruction);
    else if (/^(main|function) </.test(text)) names.beginFunction();
  }
  return names;
}

const absentGlobals = new Set([...clientApi.absent_globals, ...frameXml.leaked_globals]);

function isShared(name: string): boolean {
  return sharedGlobals.has(name) || /^SLASH_[A-Z]+\d+$/.test(name);
}

function isKnownGlobal(name: string): boolean {
  return (clientGlobals.has(name) && !absentGlobals.has(name)) || isShared(name);
}

/** Globals that the text reads and that no 3.3.5a client with this addon and its libraries has. */
export function unknownReads(names: LuaNames): string[] {
  return [...names.reads].filter((name) => !isKnownGlobal(name) && !probed.has(name)).sort();
}

/** Globals that the text writes beside the addon's public names: a leak, or taint of the game's own. */
export function foreignWrites(names: LuaNames): string[] {
  return [...names.writes].filter((name) => !isShared(name)).sort();
}

/** Methods that neither a widget of 3.3.5a nor a string nor a library has, and that the text does not define. */
export function unknownMethods(names: LuaNames): string[] {
  const isKnown = (name: string): boolean =>
    widgetMethods.has(name) || stringMethods.has(name) || libraryMethods.has(name) || names.fields.has(name);
  return [...names.methods].filter((name) => !isKnown(name)).sort();
}
