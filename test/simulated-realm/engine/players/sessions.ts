import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { PlayerEntity } from "../objects/entity";
import type { PlayerSpec } from "../specs";
import type { World } from "../world/world";
import { leaveGroup } from "../activities/groups";
import { characterOf, newPlayer } from "./characters";
import { enterMap, refreshZone, removeFromMap } from "./travel";

const LOGIN = 3;
const LOGOUT = 4;
const SAVE = 25;
const FIRST_LOGIN = 30;

/** How long a player stays in the world without a client, in milliseconds (measured: 60.7 s). */
const LINGER = 60000;

function firePlayerHook(this: void, world: World, id: number, player: PlayerEntity): void {
  world.firePlayer(id, player.map, (state) => pack(id, push(state, player)));
}

/**
 * A client enters the world with a character. When its player is still there, because the connection was lost or a
 * second client took over, neither logout nor login fires. Otherwise 21, 28, 47, 27, 3 and, once in a character's life, 30.
 */
export function login(this: void, world: World, spec: PlayerSpec): void {
  const present = world.player(spec.name);
  if (present !== undefined) {
    present.connected = true;
    refreshZone(world, present);
    return;
  }
  const character = characterOf(world, spec);
  const map = world.maps.at({
    mapId: spec.mapId ?? 0,
    ...(spec.instanceId === undefined ? {} : { instanceId: spec.instanceId }),
    ...(spec.difficulty === undefined ? {} : { difficulty: spec.difficulty }),
  });
  const player = newPlayer(world, character, map);
  world.players.push(player);
  enterMap(world, player);
  firePlayerHook(world, LOGIN, player);
  if (!character.hasBeenInWorld) firePlayerHook(world, FIRST_LOGIN, player);
  character.hasBeenInWorld = true;
}

/** A player leaves: 25, 4, 22 (measured). It is in the world until the last of them has run. */
export function logout(this: void, world: World, player: PlayerEntity): void {
  firePlayerHook(world, SAVE, player);
  firePlayerHook(world, LOGOUT, player);
  leaveGroup(world, player);
  if (player.inWorld) removeFromMap(world, player);
  const position = world.players.indexOf(player);
  if (position >= 0) world.players.splice(position, 1);
  player.gone = true;
}

/** The client is gone without a word: its player stays for a minute and can be taken up again. */
export function loseConnection(this: void, world: World, player: PlayerEntity): void {
  player.connected = false;
  player.lostAt = world.clock.milliseconds();
}

/** Logs out whoever has been without a client for a minute. */
export function expireLostConnections(this: void, world: World): void {
  const now = world.clock.milliseconds();
  for (const player of [...world.players]) {
    if (!player.connected && now - player.lostAt >= LINGER) logout(world, player);
  }
}
