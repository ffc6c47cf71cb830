import type { Availability, EngineData } from "../data/engine-data";
import { type Packed, pack, unpack } from "../lua/packed";
import { loadChunk } from "../lua/load-chunk";
import type { Callback } from "../objects/arguments";
import type { MapEntity } from "../objects/entity";
import { ClassTables } from "../objects/class-tables";
import type { Script } from "../specs";
import type { World } from "../world/world";
import { buildEnvironment, type Environment } from "./environment";
import { HookRegistry } from "./hook-registry";
import { ScriptFolder } from "./script-folder";
import { TimerList } from "./timer-list";

/** Map id of the state that is not of a map. */
export const WORLD_STATE = -1;

declare function xpcall(
  this: void,
  call: (this: void) => unknown,
  handler: (this: void, problem: unknown) => unknown,
): LuaMultiReturn<[boolean, unknown]>;

/** What a dispatch does with the values that one handler gave. */
export type OnResult = (this: void, ...results: unknown[]) => void;

/**
 * One Lua state of the engine: globals, handlers and timers of its own. ALE has one; Eluna has one for the world and one
 * for each map. Objects are numbered by call: a call is the outermost hook, timer, callback or file that runs.
 */
export class LuaState {
  callNumber = 0;
  readonly mapId: number;
  readonly hooks = new HookRegistry();
  readonly timers: TimerList;
  readonly classes: ClassTables;
  readonly environment: Environment;
  readonly scripts: ScriptFolder;
  /** The next update of the state reads the files again. */
  reloadRequested = false;
  private depth = 0;

  constructor(
    readonly world: World,
    /** Nil for the state of the world. */
    readonly map: MapEntity | undefined,
  ) {
    this.mapId = map?.id ?? WORLD_STATE;
    this.timers = new TimerList(this);
    this.classes = new ClassTables(this);
    this.scripts = new ScriptFolder(this, world.scripts);
    this.environment = buildEnvironment(this);
  }

  get data(): EngineData {
    return this.world.data;
  }

  isInCall(): boolean {
    return this.depth > 0;
  }

  /** Why a name that the engine has cannot be called in this state, in the engine's words; nil when it can. */
  unavailable(name: string, how: Availability): string | undefined {
    if (how === "missing")
      return `attempt to call method '${name}' that is not implemented for this emulator`;
    const isWorld = this.mapId === WORLD_STATE;
    const wrong = (how === "worldOnly" && !isWorld) || (how === "mapOnly" && isWorld);
    if (!wrong) return undefined;
    return `attempt to call method '${name}' that does not exist for state: ${this.mapId}`;
  }

  /** Runs all handlers of a hook. Values go to `onResult`, an error goes to the log, and the others still run. */
  dispatch(hookClass: string, id: number, arguments_: Packed, onResult?: OnResult): void {
    if (!this.hooks.has(hookClass, id)) return;
    for (const handler of this.hooks.take(hookClass, id)) this.call(handler, arguments_, onResult);
  }

  /** Runs the server hook `id` of this state, which carries nothing. */
  dispatchAlone(id: number): void {
    this.inCall(() => {
      this.dispatch("server", id, pack(id));
    });
  }

  /** Runs `body` as one call: the objects made in it die, on engines where they do, when the outermost one ends. */
  inCall(body: (this: void) => void): void {
    this.depth++;
    body();
    this.leave();
  }

  /** Calls a function of a script. An error is logged with its traceback; a frozen world stays frozen. */
  call(handler: Callback, arguments_: Packed, onResult?: OnResult): void {
    let results: Packed | undefined;
    this.depth++;
    const [succeeded, problem] = xpcall(() => {
      results = pack(...(handler as Results)(...unpack(arguments_)));
    }, debug.traceback);
    this.leave();
    this.world.checkRunning();
    if (!succeeded) this.world.logError(tostring(problem));
    else if (onResult !== undefined && results !== undefined) onResult(...unpack(results));
  }

  /** Compiles and runs a file's text; what it returns, or nil after an error, which is logged. */
  runFile(script: Script): unknown {
    const [chunk, problem] = loadChunk(script.code, `@${script.name}`, this.environment);
    if (chunk === undefined) {
      this.world.logError(`${problem ?? script.name}`);
      return undefined;
    }
    let value: unknown;
    this.call(chunk as Callback, pack(), (result) => {
      value = result;
    });
    return value;
  }

  private leave(): void {
    this.depth--;
    if (this.depth === 0) this.callNumber++;
  }
}

type Results = (this: void, ...values: unknown[]) => LuaMultiReturn<unknown[]>;
