import type { World } from "./world";

export function requestReload(this: void, world: World): void {
  world.reloadRequested = true;
}

/**
 * Does a requested reload. On ALE a query that is still pending crashes the server: its answer goes to a state that is
 * closed. TrinityCore waits for it.
 */
export function reloadIfRequested(this: void, world: World): void {
  if (!world.reloadRequested) return;
  const isPending = world.states.all().some((state) => world.database.isPending(state));
  if (isPending && world.engine === "ale") world.freeze("a reload with an async query pending");
  if (isPending && world.engine === "eluna-trinitycore") return;
  world.reloadRequested = false;
  world.states.reload();
}
