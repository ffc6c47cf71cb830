type Chunk = (...values: unknown[]) => void;
type Compile = (source: string, name: string) => LuaMultiReturn<[Chunk | undefined, string?]>;

/** Lua 5.1 compiles a string with `loadstring`, later ones with `load`; JavaScript has neither. */
declare const loadstring: Compile | undefined;
declare const load: Compile | undefined;

function compiler(): Compile | undefined {
  if (typeof loadstring === "function") return loadstring;
  return typeof load === "function" ? load : undefined;
}

/** Whether the specs run in Lua, where an error tells the line that is to blame. */
export const IN_LUA = compiler() !== undefined;

/**
 * Runs `source` as a script called "script.lua" that gets `values` as `...`, the way a server's script calls the project.
 *
 * @returns The text of the error that it raised, or an empty string.
 */
export function runScript(source: string, ...values: unknown[]): string {
  const compile = compiler();
  if (compile === undefined) error("scripts run in Lua only");
  const [chunk, problem] = compile(source, "=script.lua");
  if (chunk === undefined) error(`the script does not compile: ${tostring(problem)}`);
  const [succeeded, failure] = pcall(chunk, ...values);
  return succeeded ? "" : tostring(failure);
}
