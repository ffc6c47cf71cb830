import { pack } from "../lua/packed";
import { LuaState, WORLD_STATE } from "../state/lua-state";
import type { World } from "./world";

const STATE_CLOSE = 16;
const STATE_OPEN = 33;

function fireWithoutObjects(this: void, world: World, id: number): void {
  world.fireServer(id, () => pack(id));
}

/** Runs the files, then hook 33: at the server's start and after a reload. Nothing is told about what exists already. */
export function openState(this: void, world: World): void {
  world.state.inCall(() => {
    world.state.scripts.loadAll();
  });
  fireWithoutObjects(world, STATE_OPEN);
}

/** Hook 16, the state's last. */
export function closeState(this: void, world: World): void {
  fireWithoutObjects(world, STATE_CLOSE);
}

export function requestReload(this: void, world: World): void {
  world.reloadRequested = true;
}

/**
 * Does a requested reload: timers end, hook 16 fires, a new state reads the files, hook 33 fires. On ALE a query that is
 * still pending crashes the server: its answer goes to a state that is closed. TrinityCore waits for it.
 */
export function reloadIfRequested(this: void, world: World): void {
  if (!world.reloadRequested) return;
  const isPending = world.database.isPending(world.state);
  if (isPending && world.engine === "ale") world.freeze("a reload with an async query pending");
  if (isPending && world.engine === "eluna-trinitycore") return;
  world.reloadRequested = false;
  world.state.timers.clear();
  closeState(world);
  world.state = new LuaState(world, WORLD_STATE, world.scripts);
  openState(world);
}
