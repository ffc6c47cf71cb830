import type { LuaState } from "../state/lua-state";
import type { World } from "./world";

/** @param target A map id, -1 for the world state; every state if it is left out. */
export function requestReload(this: void, world: World, target: number | "all" = "all"): void {
  for (const state of world.states.all()) {
    if (target === "all" || target === state.mapId) state.reloadRequested = true;
  }
}

/**
 * Does a reload that was requested of the state, and gives the state that is there then. On ALE a query that is still pending
 * crashes the server: its answer goes to a state that is closed. TrinityCore waits for it.
 */
export function reloadIfRequested(this: void, world: World, state: LuaState): LuaState {
  if (!state.reloadRequested) return state;
  const isPending = world.database.isPending(state);
  if (isPending && world.engine === "ale") world.freeze("a reload with an async query pending");
  if (isPending && world.engine === "eluna-trinitycore") return state;
  return world.states.renew(state);
}
