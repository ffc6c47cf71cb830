import { pack, type Packed } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { PlayerEntity } from "../objects/entity";
import type { LuaState } from "../state/lua-state";
import type { World } from "../world/world";

const TRADE = 48;
const GROUP_INVITE = 55;
const CAN_RESURRECT = 59;
const RESURRECT = 36;
const REPOP = 35;
const RELEASED_GHOST = 73;

type MakeArguments = (this: void, state: LuaState) => Packed;

/** Asks the handlers of a CAN_ hook of ALE: one that returns nothing forbids, and with no handler all is allowed. */
function aleAllows(
  this: void,
  world: World,
  player: PlayerEntity,
  id: number,
  makeArguments: MakeArguments,
): boolean {
  let allowed = true;
  world.firePlayer(id, player.map, makeArguments, (answer) => {
    if (answer !== true) allowed = false;
  });
  return allowed;
}

/** Asks the handlers of Eluna: only `false` forbids. */
function elunaAllows(
  this: void,
  world: World,
  player: PlayerEntity,
  id: number,
  makeArguments: MakeArguments,
): boolean {
  let allowed = true;
  world.firePlayer(id, player.map, makeArguments, (answer) => {
    if (answer === false) allowed = false;
  });
  return allowed;
}

/** Whether two players may begin to trade. */
export function mayTrade(this: void, world: World, player: PlayerEntity, target: PlayerEntity): boolean {
  const makeArguments: MakeArguments = (state) => pack(TRADE, push(state, player), push(state, target));
  return world.data.multistate
    ? elunaAllows(world, player, TRADE, makeArguments)
    : aleAllows(world, player, TRADE, makeArguments);
}

/** Whether a player may invite another to its group; only ALE asks. */
export function mayInvite(this: void, world: World, player: PlayerEntity, name: string): boolean {
  if (world.data.multistate) return true;
  return aleAllows(world, player, GROUP_INVITE, (state) => pack(GROUP_INVITE, push(state, player), name));
}

/** A dead player's ghost goes to the graveyard. */
export function releaseGhost(this: void, world: World, player: PlayerEntity): void {
  world.firePlayer(REPOP, player.map, (state) => pack(REPOP, push(state, player)));
  if (world.data.multistate) return;
  world.firePlayer(RELEASED_GHOST, player.map, (state) => pack(RELEASED_GHOST, push(state, player)));
}

/** Brings a player back to life, if ALE's handlers allow it. Whether it lives. */
export function resurrect(this: void, world: World, player: PlayerEntity): boolean {
  const isAllowed =
    world.data.multistate ||
    aleAllows(world, player, CAN_RESURRECT, (state) => pack(CAN_RESURRECT, push(state, player)));
  if (!isAllowed) return false;
  player.alive = true;
  world.firePlayer(RESURRECT, player.map, (state) => pack(RESURRECT, push(state, player)));
  return true;
}
