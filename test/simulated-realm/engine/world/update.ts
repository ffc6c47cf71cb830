import { decayCorpses } from "../activities/fights";
import { pack } from "../lua/packed";
import { expireLostConnections } from "../players/sessions";
import { arrive } from "../players/travel";
import type { LuaState } from "../state/lua-state";
import { handleIncoming } from "./addon-messages";
import { runConsoleCommands } from "./commands";
import { reloadIfRequested } from "./reload";
import type { World } from "./world";

const WORLD_UPDATE = 13;

/** What clients sent from behind a loading screen is thrown away; then those who left before this tick arrive. */
function updateSessions(this: void, world: World): void {
  const travellers = world.travellers.splice(0, world.travellers.length);
  handleIncoming(world);
  for (const traveller of travellers) {
    if (traveller.loadedAt > world.clock.milliseconds()) world.travellers.push(traveller);
    else if (traveller.player.gone !== true) arrive(world, traveller.player, traveller.place);
  }
  expireLostConnections(world);
}

/** What an engine does in the update of a state: a reload that was asked for, then the timers. */
function updateState(this: void, world: World, state: LuaState, milliseconds: number): void {
  reloadIfRequested(world, state).timers.update(milliseconds);
}

/** The maps' update, each in its own state; in the core they run side by side, and the world's thread waits for all. */
function updateMaps(this: void, world: World, milliseconds: number): void {
  for (const state of world.states.ofMaps()) updateState(world, state, milliseconds);
}

/**
 * One turn of the world's loop. The database worker goes first, so that what one tick hands over is in the tables at the
 * next (measured). Then as `World::Update` does it on AzerothCore and TrinityCore: the sessions, the maps, the console's
 * commands, the world's scripts.
 */
export function tick(this: void, world: World, milliseconds: number): void {
  world.checkRunning();
  world.clock.advance(milliseconds);
  world.database.work();
  updateSessions(world);
  decayCorpses(world);
  updateMaps(world, milliseconds);
  runConsoleCommands(world);
  updateState(world, world.states.world, milliseconds);
  world.database.answer();
  world.fireServer(WORLD_UPDATE, undefined, () => pack(WORLD_UPDATE, milliseconds));
}
