import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { PlayerEntity } from "../objects/entity";
import type { World } from "../world/world";

const MONEY_CHANGE = 14;
const LOOT_MONEY = 37;

/** Changes a player's money by `amount` copper; a handler of hook 14 may return another amount. */
export function changeMoney(this: void, world: World, player: PlayerEntity, amount: number): void {
  let change = amount;
  world.firePlayer(
    MONEY_CHANGE,
    player.map,
    (state) => pack(MONEY_CHANGE, push(state, player), amount),
    (result) => {
      change = tonumber(result) ?? change;
    },
  );
  player.character.money = math.max(0, player.character.money + change);
}

export function lootMoney(this: void, world: World, player: PlayerEntity, amount: number): void {
  world.firePlayer(LOOT_MONEY, player.map, (state) => pack(LOOT_MONEY, push(state, player), amount));
  changeMoney(world, player, amount);
}
