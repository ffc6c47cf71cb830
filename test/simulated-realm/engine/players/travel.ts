import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { MapEntity, PlayerEntity } from "../objects/entity";
import type { Place } from "../specs";
import type { Arguments, World } from "../world/world";

const MAP_PLAYER_ENTER = 21;
const MAP_PLAYER_LEAVE = 22;
const UPDATE_ZONE = 27;
const MAP_CHANGE = 28;
const UPDATE_AREA = 47;

function withMap(this: void, id: number, map: MapEntity, player: PlayerEntity): Arguments {
  return (state) => pack(id, push(state, map), push(state, player));
}

function zoneHooks(this: void, world: World, player: PlayerEntity): void {
  const { zone, area } = player.character;
  world.firePlayer(UPDATE_AREA, player.map, (state) => pack(UPDATE_AREA, push(state, player), area, area));
  world.firePlayer(UPDATE_ZONE, player.map, (state) => pack(UPDATE_ZONE, push(state, player), zone, area));
}

/** What a client that comes back within the minute causes: no login, only the zone. */
export function refreshZone(this: void, world: World, player: PlayerEntity): void {
  zoneHooks(world, player);
}

/** Puts a player on its map: 21, 28, 47, 27 (measured). */
export function enterMap(this: void, world: World, player: PlayerEntity): void {
  const map = player.map;
  player.inWorld = true;
  map.players.push(player);
  world.fireServer(MAP_PLAYER_ENTER, map, withMap(MAP_PLAYER_ENTER, map, player));
  world.firePlayer(MAP_CHANGE, player.map, (state) => pack(MAP_CHANGE, push(state, player)));
  zoneHooks(world, player);
}

/** Takes a player from its map. In hook 22 it is out of the world already when it travels, and still in it at logout. */
export function removeFromMap(this: void, world: World, player: PlayerEntity): void {
  const players = player.map.players;
  const position = players.indexOf(player);
  if (position >= 0) players.splice(position, 1);
  world.fireServer(MAP_PLAYER_LEAVE, player.map, withMap(MAP_PLAYER_LEAVE, player.map, player));
  player.inWorld = false;
}

/**
 * Sends a player to another place. It leaves at once, and stays on no map, with the old map's id, until its client
 * has loaded: with the first tick after `loading` milliseconds.
 */
export function leaveMap(this: void, world: World, player: PlayerEntity, place: Place, loading = 0): void {
  removeFromMap(world, player);
  world.travellers.push({ player, place, loadedAt: world.clock.milliseconds() + loading });
}

/** The client's acknowledgement: 21, 28, 47, 27, and 47, 27 once more (measured). */
export function arrive(this: void, world: World, player: PlayerEntity, place: Place): void {
  player.map = world.maps.at(place);
  enterMap(world, player);
  zoneHooks(world, player);
}
