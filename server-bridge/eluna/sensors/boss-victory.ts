import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { DungeonBosses } from "../tables/dungeon-bosses";
import { dungeonData } from "./dungeon";

function publishBossKill(
  bus: EventBus,
  map: EngineMap,
  creature_entry: number,
  players: readonly number[],
): void {
  const map_id = map.GetMapId();
  const raid_boss = map.IsRaid();
  const heroic = map.IsHeroic();
  for (const player of players) {
    const data = { creature_entry, map_id, raid_boss, heroic };
    bus.Publish({ type: EventType.BOSS_KILL, player, data });
  }
}

function publishCompletion(
  bus: EventBus,
  map: EngineMap,
  creature_entry: number,
  players: readonly number[],
): void {
  for (const player of players) {
    const data = { ...dungeonData(map), creature_entry };
    bus.Publish({ type: EventType.DUNGEON_COMPLETE, player, data });
  }
}

/**
 * A boss is overcome, which is the same for every boss: BOSS_KILL for each of `players`, by low GUID, and DUNGEON_COMPLETE
 * besides if it is one of those that complete their dungeon.
 */
export function publishVictory(
  bus: EventBus,
  bosses: DungeonBosses,
  map: EngineMap,
  entry: number,
  players: readonly number[],
): void {
  publishBossKill(bus, map, entry, players);
  if (bosses.completes(map.GetMapId(), entry)) publishCompletion(bus, map, entry, players);
}
