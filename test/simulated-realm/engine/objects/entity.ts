import type { BigInteger } from "./big-integer";

/** Something of the world that Lua can hold: the C++ object behind an engine object. */
export interface Entity {
  /** Name of the engine's class. */
  readonly kind: string;
  /** The C++ object is gone: on engines that follow it, its Lua objects are dead. */
  gone?: boolean;
  /** Where it is, if it is somewhere. */
  map?: MapEntity;
}

export interface MapEntity extends Entity {
  readonly kind: "Map";
  readonly id: number;
  readonly instanceId: number;
  readonly name: string;
  readonly dungeon: boolean;
  readonly raid: boolean;
  readonly heroic: boolean;
  readonly difficulty: number;
  readonly players: PlayerEntity[];
}

/** A table of Eluna's that all Lua states share: `Data()`. */
export interface LuaValEntity extends Entity {
  readonly kind: "LuaVal";
  readonly values: LuaTable<string | number | boolean, LuaValContent>;
}

/** What a LuaVal can hold; a table is a LuaVal again. */
export type LuaValContent = string | number | boolean | LuaValEntity;

export interface WorldObjectEntity extends Entity {
  readonly guid: BigInteger;
  readonly guidLow: number;
  readonly entry: number;
  readonly name: string;
  map: MapEntity;
  inWorld: boolean;
  /** Made at the first use; ends with the object, and goes with it from map to map. */
  data?: LuaValEntity;
}

export interface UnitEntity extends WorldObjectEntity {
  level: number;
  alive: boolean;
  inCombat: boolean;
  /** By spell. */
  readonly auras: Record<number, boolean>;
}

export interface CreatureEntity extends UnitEntity {
  readonly kind: "Creature";
  /** 0 normal, 1 elite, 2 rare elite, 3 boss, 4 rare. */
  readonly rank: number;
  readonly dungeonBoss: boolean;
}

/** What the characters database keeps of a player: it outlives the player's time in the world. */
export interface Character {
  readonly name: string;
  readonly guidLow: number;
  readonly account: number;
  readonly race: number;
  readonly class: number;
  gmRank: number;
  level: number;
  experience: number;
  money: number;
  zone: number;
  area: number;
  hasBeenInWorld: boolean;
  readonly titles: Record<number, boolean>;
  readonly spells: Record<number, boolean>;
  readonly items: Record<number, number>;
  readonly questStatus: Record<number, number>;
  readonly achievements: Record<number, boolean>;
}

export interface PlayerEntity extends UnitEntity {
  readonly kind: "Player";
  readonly character: Character;
  group: GroupEntity | undefined;
  /** False while the player is in the world without a client. */
  connected: boolean;
  /** Milliseconds of the world's clock at which the client went away. */
  lostAt: number;
}

export interface GroupEntity extends Entity {
  readonly kind: "Group";
  readonly guid: BigInteger;
  raid: boolean;
  leader: PlayerEntity;
  members: PlayerEntity[];
}

export interface QuestEntity extends Entity {
  readonly kind: "Quest";
  readonly id: number;
  readonly level: number;
  readonly minLevel: number;
  readonly type: number;
  readonly flags: number;
  readonly nextInChain: number;
  readonly next: number;
  readonly previous: number;
  readonly daily: boolean;
  readonly repeatable: boolean;
}

export interface ItemEntity extends Entity {
  readonly kind: "Item";
  readonly guid: BigInteger;
  readonly guidLow: number;
  readonly entry: number;
  readonly name: string;
  readonly count: number;
  readonly quality: number;
  readonly itemLevel: number;
  readonly owner: PlayerEntity;
}

export interface AchievementEntity extends Entity {
  readonly kind: "AchievementEntry";
  readonly id: number;
  readonly name: string;
}

export interface SpellEntity extends Entity {
  readonly kind: "Spell";
  readonly id: number;
  readonly caster: UnitEntity;
}

export interface ChatHandlerEntity extends Entity {
  readonly kind: "ChatHandler";
  readonly player: PlayerEntity | undefined;
}
