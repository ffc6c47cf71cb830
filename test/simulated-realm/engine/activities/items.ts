import { pack } from "../lua/packed";
import type { BigInteger } from "../objects/big-integer";
import { push } from "../objects/engine-value";
import type { ItemEntity, PlayerEntity } from "../objects/entity";
import { pushGuid } from "../objects/integer-metatable";
import type { ItemSpec } from "../specs";
import type { World } from "../world/world";

const LOOT_ITEM = 32;
const STORE_NEW_ITEM = 53;

/** Puts items into a player's bags: hook 53, which only ALE has. */
export function addItem(this: void, world: World, player: PlayerEntity, spec: ItemSpec): ItemEntity {
  const low = world.guids.next();
  const count = spec.count ?? 1;
  const item: ItemEntity = {
    kind: "Item",
    guid: world.guids.item(low),
    guidLow: low,
    entry: spec.entry,
    name: spec.name ?? `Item ${string.format("%d", spec.entry)}`,
    count,
    quality: spec.quality ?? 1,
    itemLevel: spec.itemLevel ?? 1,
    owner: player,
  };
  const { items } = player.character;
  items[spec.entry] = (items[spec.entry] ?? 0) + count;
  if (!world.data.multistate) {
    world.firePlayer(STORE_NEW_ITEM, player.map, (state) =>
      pack(STORE_NEW_ITEM, push(state, player), push(state, item), count),
    );
  }
  return item;
}

/** A client takes an item from a corpse: 53, then 32 (measured). */
export function lootItem(
  this: void,
  world: World,
  player: PlayerEntity,
  spec: ItemSpec,
  from: BigInteger,
): void {
  const item = addItem(world, player, spec);
  world.firePlayer(LOOT_ITEM, player.map, (state) =>
    pack(LOOT_ITEM, push(state, player), push(state, item), item.count, pushGuid(state, from)),
  );
}
