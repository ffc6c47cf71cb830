import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { AchievementEntity, PlayerEntity } from "../objects/entity";
import type { World } from "../world/world";

const LEARN_SPELL = 44;
const ACHIEVEMENT = 45;

export function learnSpell(this: void, world: World, player: PlayerEntity, spell: number): void {
  player.character.spells[spell] = true;
  world.firePlayer(LEARN_SPELL, player.map, (state) => pack(LEARN_SPELL, push(state, player), spell));
}

/** Hook 45 carries the achievement on ALE and its number on Eluna. */
export function achieve(this: void, world: World, player: PlayerEntity, id: number): void {
  player.character.achievements[id] = true;
  const achievement: AchievementEntity = {
    kind: "AchievementEntry",
    id,
    name: `Achievement ${string.format("%d", id)}`,
  };
  world.firePlayer(ACHIEVEMENT, player.map, (state) =>
    pack(ACHIEVEMENT, push(state, player), state.data.multistate ? id : push(state, achievement)),
  );
}
