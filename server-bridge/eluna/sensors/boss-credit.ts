import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { dungeonData } from "./dungeon";

/** BOSS_KILL for each of `players`, by low GUID. */
export function publishBossKill(
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

/** DUNGEON_COMPLETE for each of `players`, by low GUID. */
export function publishCompletion(
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
