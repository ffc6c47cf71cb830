import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { CreatureEntity, PlayerEntity, UnitEntity } from "../objects/entity";
import type { CreatureSpec } from "../specs";
import type { World } from "../world/world";
import { giveXp, XP_FROM_KILL } from "./level";

const KILL_PLAYER = 6;
const KILL_CREATURE = 7;
const KILLED_BY_CREATURE = 8;
const ENTER_COMBAT = 33;
const LEAVE_COMBAT = 34;
const ENVIRONMENTAL_DEATH = 40;
const DAMAGE = 66;
const HEAL = 65;

/** How long a corpse lies, in milliseconds: then its C++ object is gone. */
const CORPSE_DECAY = 60000;

/** A creature on the map of `player`. */
export function spawn(this: void, world: World, player: PlayerEntity, spec: CreatureSpec): CreatureEntity {
  const low = world.guids.next();
  return {
    kind: "Creature",
    guid: world.guids.creature(low, spec.entry),
    guidLow: low,
    entry: spec.entry,
    name: spec.name ?? `Creature ${string.format("%d", spec.entry)}`,
    map: player.map,
    inWorld: true,
    level: spec.level ?? 1,
    alive: true,
    inCombat: false,
    auras: {},
    rank: spec.rank ?? 0,
    dungeonBoss: spec.dungeonBoss ?? false,
  };
}

function fireKill(this: void, world: World, id: number, killer: UnitEntity, killed: UnitEntity): void {
  world.firePlayer(id, killer.map, (state) => pack(id, push(state, killer), push(state, killed)));
}

/** Kills a creature. The hook fires for the one who killed it, not for the group. */
export function killCreature(
  this: void,
  world: World,
  killer: PlayerEntity,
  spec: CreatureSpec,
): CreatureEntity {
  const creature = spawn(world, killer, spec);
  creature.alive = false;
  if (spec.xp !== undefined && spec.xp > 0) giveXp(world, killer, spec.xp, creature, XP_FROM_KILL);
  fireKill(world, KILL_CREATURE, killer, creature);
  world.corpses.push({ creature, decaysAt: world.clock.milliseconds() + CORPSE_DECAY });
  return creature;
}

export function killPlayer(this: void, world: World, killer: PlayerEntity, victim: PlayerEntity): void {
  victim.alive = false;
  fireKill(world, KILL_PLAYER, killer, victim);
}

export function dieByCreature(this: void, world: World, player: PlayerEntity, spec: CreatureSpec): void {
  player.alive = false;
  fireKill(world, KILLED_BY_CREATURE, spawn(world, player, spec), player);
}

/** Death by falling, drowning, fire and the like; ALE has no hook for it. */
export function dieByEnvironment(this: void, world: World, player: PlayerEntity, damageType: number): void {
  player.alive = false;
  if (!world.data.multistate) return;
  world.firePlayer(ENVIRONMENTAL_DEATH, player.map, (state) =>
    pack(ENVIRONMENTAL_DEATH, push(state, player), damageType),
  );
}

export function enterCombat(this: void, world: World, player: PlayerEntity, enemy: UnitEntity): void {
  player.inCombat = true;
  world.firePlayer(ENTER_COMBAT, player.map, (state) =>
    pack(ENTER_COMBAT, push(state, player), push(state, enemy)),
  );
}

export function leaveCombat(this: void, world: World, player: PlayerEntity): void {
  player.inCombat = false;
  world.firePlayer(LEAVE_COMBAT, player.map, (state) => pack(LEAVE_COMBAT, push(state, player)));
}

/** ALE only: what a handler returns replaces the amount, which is given back. */
export function dealDamage(
  this: void,
  world: World,
  player: PlayerEntity,
  target: UnitEntity,
  amount: number,
): number {
  return amountAfterHook(world, DAMAGE, player, target, amount);
}

export function heal(
  this: void,
  world: World,
  player: PlayerEntity,
  target: UnitEntity,
  amount: number,
): number {
  return amountAfterHook(world, HEAL, player, target, amount);
}

function amountAfterHook(
  this: void,
  world: World,
  id: number,
  player: PlayerEntity,
  target: UnitEntity,
  amount: number,
): number {
  let result = amount;
  if (world.data.multistate) return result;
  world.firePlayer(
    id,
    player.map,
    (state) => pack(id, push(state, player), push(state, target), amount),
    (returned) => {
      result = tonumber(returned) ?? result;
    },
  );
  return result;
}

/** Takes away the corpses whose time has come. */
export function decayCorpses(this: void, world: World): void {
  const now = world.clock.milliseconds();
  let first = world.corpses[0];
  while (first !== undefined && first.decaysAt <= now) {
    first.creature.gone = true;
    world.corpses.shift();
    first = world.corpses[0];
  }
}
