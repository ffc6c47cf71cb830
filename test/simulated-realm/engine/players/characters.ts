import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { Character, MapEntity, PlayerEntity } from "../objects/entity";
import type { PlayerSpec } from "../specs";
import type { World } from "../world/world";

const CHARACTER_CREATE = 1;
const CHARACTER_DELETE = 2;

function newCharacter(this: void, spec: PlayerSpec): Character {
  return {
    name: spec.name,
    guidLow: spec.guid,
    account: spec.account,
    race: spec.race ?? 1,
    class: spec.class ?? 1,
    gmRank: spec.gmRank ?? 0,
    level: spec.level ?? 1,
    experience: 0,
    money: spec.money ?? 0,
    zone: spec.zone ?? 0,
    area: spec.area ?? 0,
    hasBeenInWorld: spec.returning ?? false,
    titles: {},
    spells: {},
    items: {},
    questStatus: {},
    achievements: {},
  };
}

/** The character of that name, made at its first login. */
export function characterOf(this: void, world: World, spec: PlayerSpec): Character {
  const character = (world.characters[spec.name] ??= newCharacter(spec));
  if (spec.zone !== undefined) character.zone = spec.zone;
  if (spec.area !== undefined) character.area = spec.area;
  return character;
}

/** The player object that a login makes. */
export function newPlayer(this: void, world: World, character: Character, map: MapEntity): PlayerEntity {
  return {
    kind: "Player",
    guid: world.guids.player(character.guidLow),
    guidLow: character.guidLow,
    entry: 0,
    name: character.name,
    map,
    inWorld: false,
    level: character.level,
    alive: true,
    inCombat: false,
    auras: {},
    character,
    group: undefined,
    connected: true,
    lostAt: 0,
  };
}

/** Somebody makes a character on the character screen: 1, with a player who is in no world. */
export function createCharacter(this: void, world: World, spec: PlayerSpec): void {
  world.characters[spec.name] = newCharacter(spec);
  const player = newPlayer(world, characterOf(world, spec), world.maps.at({ mapId: 0 }));
  world.firePlayer(CHARACTER_CREATE, undefined, (state) => pack(CHARACTER_CREATE, push(state, player)));
}

/** Somebody deletes a character on the character screen: 2, before the core deletes anything. */
export function deleteCharacter(this: void, world: World, name: string): void {
  const { guidLow } = world.characters[name] ?? error(`no character '${name}'`, 0);
  world.firePlayer(CHARACTER_DELETE, undefined, () => pack(CHARACTER_DELETE, guidLow));
  world.characters[name] = undefined;
}
