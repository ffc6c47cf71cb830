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
  private readonly split: LuaState[] = [];

  constructor(private readonly owner: World) {
    this.world = new LuaState(owner, undefined);
  }

  /** Whether maps have states of their own. */
  isSplit(): boolean {
    return this.owner.data.multistate && this.owner.options.mapStates === true;
  }

  /** The world state first. */
  all(): LuaState[] {
    return [this.world, ...this.split];
  }

  /** The map states that there are now. */
  ofMaps(): LuaState[] {
    return [...this.split];
  }

  /** The state in which a hook of this class and id fires for something on `map`. */
  forHook(hookClass: string, id: number, map: MapEntity | undefined): LuaState {
    if (map === undefined || !this.isSplit()) return this.world;
    const row = this.owner.data.hooks[hookClass]?.[string.format("%d", id)];
    return row?.state === "map" ? this.ofMap(map) : this.world;
  }

  ofMap(map: MapEntity): LuaState {
    return this.split.find((state) => state.map === map) ?? this.world;
  }

  /** Opens a map state that has just been made. */
  openFor(map: MapEntity): void {
    if (!this.isSplit()) return;
    const state = new LuaState(this.owner, map);
    this.split.push(state);
    openState(state);
  }

  /** Puts a fresh state in the place of `old`, and gives it: timers end, 16 fires, the files are read, 33 fires. */
  renew(old: LuaState): LuaState {
    old.timers.clear();
    closeState(old);
    const fresh = new LuaState(this.owner, old.map);
    // What the files ask for must already reach the new state.
    if (old === this.world) this.world = fresh;
    else this.split[this.split.indexOf(old)] = fresh;
    openState(fresh);
    return fresh;
  }
}
