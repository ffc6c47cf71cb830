import type { World } from "./world";

/** @param target A map id, -1 for the world's state; every state if it is left out. */
export function requestReload(this: void, world: World, target: number | "all" = "all"): void {
  world.reloadRequested = target;
}

/**
 * Does a requested reload. On ALE a query that is still pending crashes the server: its answer goes to a state that is
 * closed. TrinityCore waits for it.
 */
export function reloadIfRequested(this: void, world: World): void {
  const target = world.reloadRequested;
  if (target === undefined) return;
  const isPending = world.states.all().some((state) => world.database.isPending(state));
  if (isPending && world.engine === "ale") world.freeze("a reload with an async query pending");
  if (isPending && world.engine === "eluna-trinitycore") return;
  world.reloadRequested = undefined;
  world.states.reload(target);
}
