import { Database } from "../database/database";
import { engineData, type EngineData } from "../data/engine-data";
import type { EngineName } from "../data/engine-name";
import type { Packed } from "../lua/packed";
import { Maps } from "../maps/maps";
import type { Character, CreatureEntity, MapEntity, PlayerEntity, QuestEntity } from "../objects/entity";
import { spellClass } from "../state/hook-registry";
import type { LuaState, OnResult } from "../state/lua-state";
import { States } from "../state/states";
import { Clock } from "./clock";
import { GuidCounter } from "./guid-counter";
import type { Place, Script } from "../specs";
import type { WorldOptions } from "./options";

/** Builds the arguments of a hook in the state that it fires in: objects belong to one state. */
export type Arguments = (this: void, state: LuaState) => Packed;

/** An addon message on its way from a client. */
export interface AddonMessage {
  readonly player: string;
  readonly prefix: string;
  /** Nil when the client sent no tab: then everything is the prefix. */
  readonly text: string | undefined;
}

/** A player who has left a map. */
export interface Traveller {
  readonly player: PlayerEntity;
  readonly place: Place;
  /** Milliseconds since the world's start at which the client has loaded. */
  readonly loadedAt: number;
}

/** One worldserver process: its players and maps, its database connections and its Lua states. */
export class World {
  readonly engine: EngineName;
  readonly data: EngineData;
  readonly clock: Clock;
  readonly database: Database;
  readonly maps: Maps;
  readonly guids = new GuidCounter();
  readonly players: PlayerEntity[] = [];
  /** Players whose clients show a loading screen. */
  readonly travellers: Traveller[] = [];
  readonly corpses: { readonly creature: CreatureEntity; readonly decaysAt: number }[] = [];
  readonly characters: Record<string, Character | undefined> = {};
  readonly quests: Record<number, QuestEntity | undefined> = {};
  readonly incoming: AddonMessage[] = [];
  readonly consoleCommands: string[] = [];
  /** Whether what `RunCommand` queues waits. */
  consoleHeld = false;
  readonly states: States;
  private stopped: string | undefined;

  constructor(
    readonly options: WorldOptions,
    public scripts: readonly Script[],
  ) {
    this.engine = options.engine;
    this.data = engineData(options.engine);
    this.clock = new Clock(options.now ?? 1767225600);
    this.database = new Database(this);
    this.maps = new Maps(this);
    this.states = new States(this);
  }

  log(line: string): void {
    this.options.log(line);
  }

  /** Logs an error; the double's own lines are left out of its traceback. */
  logError(problem: string): void {
    const [short] = string.gsub(problem, "\n[^\n]*engine%-double[^\n]*", "");
    const [traceback] = string.gsub(short, "\n[^\n]*simulated%-realm/engine[^\n]*", "");
    this.log(`ERROR: ${traceback}`);
  }

  /** Stops the world for ever, as the engine or the core does by aborting, hanging or crashing. */
  freeze(reason: string): never {
    this.stop(`world frozen by: ${reason}`);
    error(this.stopped ?? reason, 0);
  }

  /** Ends the process: from now on every call raises `reason`. */
  stop(reason: string): void {
    this.stopped ??= reason;
  }

  /** Raises when the world has stopped. Nothing of a script can hold this error back. */
  checkRunning(): void {
    if (this.stopped !== undefined) error(this.stopped, 0);
  }

  /** What stopped the world, or nil while it runs. */
  stoppedBy(): string | undefined {
    return this.stopped;
  }

  /**
   * Fires a hook in the state that it belongs to: every handler runs, and the objects made for it die afterwards.
   *
   * @param map Where it happens; nil for what happens to the world.
   */
  fire(
    hookClass: string,
    id: number,
    map: MapEntity | undefined,
    makeArguments: Arguments,
    onResult?: OnResult,
  ): void {
    this.checkRunning();
    const state = this.states.forHook(hookClass, id, map);
    if (!state.hooks.has(hookClass, id)) return;
    state.inCall(() => {
      state.dispatch(hookClass, id, makeArguments(state), onResult);
    });
  }

  firePlayer(id: number, map: MapEntity | undefined, makeArguments: Arguments, onResult?: OnResult): void {
    this.fire("player", id, map, makeArguments, onResult);
  }

  fireServer(id: number, map: MapEntity | undefined, makeArguments: Arguments, onResult?: OnResult): void {
    this.fire("server", id, map, makeArguments, onResult);
  }

  /** Fires a hook of the spell `spellId` where its caster is. */
  fireSpell(spellId: number, id: number, map: MapEntity, makeArguments: Arguments): void {
    this.checkRunning();
    const state = this.states.forHook("spell", id, map);
    const hookClass = spellClass(spellId);
    if (!state.hooks.has(hookClass, id)) return;
    state.inCall(() => {
      state.dispatch(hookClass, id, makeArguments(state));
    });
  }

  player(name: string): PlayerEntity | undefined {
    for (const player of this.players) if (player.name === name) return player;
    return undefined;
  }

  /** The player of that name, for the calls of a test: raises when nobody of that name is in the world. */
  playerOrFail(name: string): PlayerEntity {
    return this.player(name) ?? error(`no player '${name}' is online`, 0);
  }
}
