import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { PlayerEntity, UnitEntity } from "../objects/entity";
import type { World } from "../world/world";

const GIVE_XP = 12;
const LEVEL_CHANGE = 13;

/** Where experience comes from, as ALE's hook 12 says it: 0 a kill, 1 a quest. */
export const XP_FROM_KILL = 0;

/** Gives a level. Hook 13 runs afterwards, with the level that was. */
export function setLevel(this: void, world: World, player: PlayerEntity, level: number): void {
  const oldLevel = player.level;
  if (oldLevel === level) return;
  player.level = level;
  player.character.level = level;
  world.firePlayer(LEVEL_CHANGE, player.map, (state) => pack(LEVEL_CHANGE, push(state, player), oldLevel));
}

/** Gives experience. A handler of hook 12 may return another amount. */
export function giveXp(
  this: void,
  world: World,
  player: PlayerEntity,
  amount: number,
  victim: UnitEntity | undefined,
  source: number,
): void {
  let given = amount;
  world.firePlayer(
    GIVE_XP,
    player.map,
    (state) =>
      state.data.multistate
        ? pack(GIVE_XP, push(state, player), amount, push(state, victim))
        : pack(GIVE_XP, push(state, player), amount, push(state, victim), source),
    (result) => {
      given = tonumber(result) ?? given;
    },
  );
  player.character.experience += given;
}
