import { decayCorpses } from "../activities/fights";
import { pack } from "../lua/packed";
import { expireLostConnections } from "../players/sessions";
import { arrive } from "../players/travel";
import { handleIncoming } from "./addon-messages";
import { runConsoleCommands } from "./commands";
import { reloadIfRequested } from "./reload";
import type { World } from "./world";

const WORLD_UPDATE = 13;

/** What clients sent from behind a loading screen is thrown away; then those who left before this tick arrive. */
function updateSessions(this: void, world: World): void {
  const arriving = world.travellers.splice(0, world.travellers.length);
  handleIncoming(world);
  for (const { player, place } of arriving) if (player.gone !== true) arrive(world, player, place);
  expireLostConnections(world);
}

/**
 * One turn of the world's loop. The database worker goes first, so that what one tick hands over is in the tables at the
 * next (measured); then the sessions, then what the engine does in the world update.
 */
export function tick(this: void, world: World, milliseconds: number): void {
  world.checkRunning();
  world.clock.advance(milliseconds);
  world.database.work();
  updateSessions(world);
  decayCorpses(world);
  runConsoleCommands(world);
  reloadIfRequested(world);
  for (const state of world.states.all()) state.timers.update(milliseconds);
  world.database.answer();
  world.fireServer(WORLD_UPDATE, undefined, () => pack(WORLD_UPDATE, milliseconds));
}
