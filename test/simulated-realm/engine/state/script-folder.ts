import type { Script } from "../specs";
import type { LuaState } from "./lua-state";

function baseName(this: void, path: string): string {
  const [file] = string.match(path, "([^/]+)$");
  const [base] = string.match(file ?? path, "^(.*)%.%w+$");
  return base ?? file ?? path;
}

function isExtension(this: void, script: Script): boolean {
  return string.sub(script.name, -4) === ".ext";
}

function comesBefore(this: void, left: Script, right: Script): boolean {
  if (isExtension(left) !== isExtension(right)) return isExtension(left);
  return left.name < right.name;
}

/** The script folder as an engine reads it: `.ext` files first, then by path; a base name counts once. */
export class ScriptFolder {
  private readonly loaded: Record<string, unknown> = {};
  private readonly byBaseName: Record<string, Script | undefined> = {};
  private readonly order: Script[] = [];

  constructor(
    private readonly state: LuaState,
    scripts: readonly Script[],
  ) {
    const sorted = [...scripts];
    table.sort(sorted, comesBefore);
    for (const script of sorted) if (this.belongsHere(script)) this.add(script);
  }

  /** Runs the files that no `require` has run before. */
  loadAll(): void {
    for (const script of this.order) this.require(baseName(script.name));
  }

  has(name: string): boolean {
    return this.byBaseName[name] !== undefined;
  }

  /** Runs the file of that base name once; what it returned. */
  require(name: string): unknown {
    const script = this.byBaseName[name];
    if (script === undefined) return undefined;
    if (this.loaded[name] === undefined) {
      this.loaded[name] = true;
      this.loaded[name] = this.state.runFile(script) ?? true;
    }
    return this.loaded[name];
  }

  private add(script: Script): void {
    const base = baseName(script.name);
    if (this.byBaseName[base] !== undefined) {
      this.state.world.logError(`${script.name} is skipped: another file is called '${base}' too`);
      return;
    }
    this.byBaseName[base] = script;
    this.order.push(script);
  }

  /** Eluna reads leading digits of the path as a map id, so that `01_core.lua` never loads in the world state. */
  private belongsHere(script: Script): boolean {
    if (!this.state.data.multistate) return true;
    const [digits] = string.match(script.name, "^(%d+)");
    return digits === undefined || tonumber(digits) === this.state.mapId;
  }
}
