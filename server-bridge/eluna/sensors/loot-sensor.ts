import { EventType } from "../../../shared/catalog/event-types";
import type { IntegrationSettings } from "../../../shared/catalog/integration-settings";
import type { EventBus } from "../../../shared/events/event-bus";
import type { Engine } from "../engine/engine";
import { PLAYER_HOOKS } from "../engine/hooks";

/**
 * LOOT_COLLECTED for every item that a player loots or wins by a roll, RARE_LOOT_DROPPED besides for one of at least the
 * quality `rare_loot_from_quality`. Items that are bought, made, mailed or given by quests are no loot.
 */
export function startLootSensor(
  bus: EventBus,
  engine: Engine,
  settings: Pick<IntegrationSettings, "rare_loot_from_quality">,
): void {
  function onItem(looter: EnginePlayer, item: EngineItem, count: number): void {
    const player = looter.GetGUIDLow();
    const item_entry = item.GetEntry();
    const quality = item.GetQuality();
    bus.Publish({ type: EventType.LOOT_COLLECTED, player, data: { item_entry, count, quality } });
    if (quality < settings.rare_loot_from_quality) return;
    bus.Publish({ type: EventType.RARE_LOOT_DROPPED, player, data: { item_entry, count, quality } });
  }
  RegisterPlayerEvent(
    PLAYER_HOOKS.lootItem,
    (_event, player: EnginePlayer, item: EngineItem, count: number) => {
      onItem(player, item, count);
    },
  );
  engine.onRollWon(onItem);
}
