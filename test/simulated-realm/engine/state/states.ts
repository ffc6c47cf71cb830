import type { MapEntity } from "../objects/entity";
import type { World } from "../world/world";
import { LuaState } from "./lua-state";

const STATE_OPEN = 33;
const STATE_CLOSE = 16;

/** Runs the files of a fresh state, then hook 33. Nothing is told about what exists already. */
export function openState(this: void, state: LuaState): void {
  state.inCall(() => {
    state.scripts.loadAll();
  });
  state.dispatchAlone(STATE_OPEN);
}

/** Hook 16, a state's last. */
export function closeState(this: void, state: LuaState): void {
  state.dispatchAlone(STATE_CLOSE);
}

/**
 * The Lua states of a world. ALE has one for everything, and so had Eluna in its `CompatibilityMode`; otherwise Eluna has
 * one for the world and one for each map, instances included, which share nothing.
 */
export class States {
  world: LuaState;
  private readonly ofMaps: LuaState[] = [];

  constructor(private readonly owner: World) {
    this.world = new LuaState(owner, undefined);
  }

  /** Whether maps have states of their own. */
  isSplit(): boolean {
    return this.owner.data.multistate && this.owner.options.mapStates === true;
  }

  /** The world's state first. */
  all(): LuaState[] {
    return [this.world, ...this.ofMaps];
  }

  /** The state in which a hook of this class and id fires for something on `map`. */
  forHook(hookClass: string, id: number, map: MapEntity | undefined): LuaState {
    if (map === undefined || !this.isSplit()) return this.world;
    const row = this.owner.data.hooks[hookClass]?.[string.format("%d", id)];
    return row?.state === "map" ? this.ofMap(map) : this.world;
  }

  ofMap(map: MapEntity): LuaState {
    return this.ofMaps.find((state) => state.map === map) ?? this.world;
  }

  /** Opens the state of a map that has just been made. */
  openFor(map: MapEntity): void {
    if (!this.isSplit()) return;
    const state = new LuaState(this.owner, map);
    this.ofMaps.push(state);
    openState(state);
  }

  /** Puts a fresh state in the place of each that is meant: timers end, 16 fires, the files are read, 33 fires. */
  reload(target: number | "all"): void {
    if (target === "all" || target === this.world.mapId) this.world = this.renewed(this.world);
    for (let index = 0; index < this.ofMaps.length; index++) {
      const state = this.ofMaps[index];
      if (state !== undefined && (target === "all" || target === state.mapId)) {
        this.ofMaps[index] = this.renewed(state);
      }
    }
  }

  private renewed(old: LuaState): LuaState {
    old.timers.clear();
    closeState(old);
    const fresh = new LuaState(this.owner, old.map);
    // What the files ask for must already reach the new state.
    if (old === this.world) this.world = fresh;
    openState(fresh);
    return fresh;
  }
}
