import { pack } from "../lua/packed";
import { logout } from "../players/sessions";
import { closeState, openState } from "../state/states";
import type { World } from "./world";

const CONFIG_LOAD = 9;
const STARTUP = 14;
const SHUTDOWN = 15;

/** The server starts: the files, 33, 9, 14 (measured on ALE). */
export function start(this: void, world: World): void {
  openState(world.states.world);
  // Scripts are loaded between ALE's two calls of hook 9: they see the one that comes after the settings were read.
  world.fireServer(CONFIG_LOAD, undefined, (state) =>
    state.data.multistate ? pack(CONFIG_LOAD, false) : pack(CONFIG_LOAD, false, false),
  );
  world.fireServer(STARTUP, undefined, () => pack(STARTUP));
}

/** The server stops in order: 15, 25, 4 and 22 of each player, 16; then everything queued is written. */
export function shutdown(this: void, world: World): void {
  world.checkRunning();
  world.fireServer(SHUTDOWN, undefined, () => pack(SHUTDOWN));
  for (const player of [...world.players]) logout(world, player);
  for (const state of world.states.all()) closeState(state);
  world.database.drain();
  world.stop("the server is shut down");
}

/** The process dies: nothing more runs, and nothing that was queued is written. */
export function crash(this: void, world: World): void {
  world.stop("the server has crashed");
}
