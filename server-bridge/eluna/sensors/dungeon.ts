/** What the payloads of all DUNGEON_ events have in common. */
export interface DungeonData {
  /** The map's id; raids count as dungeons. */
  readonly dungeon_id: number;
  readonly heroic: boolean;
  readonly raid: boolean;
  /** Tells one copy of the dungeon from another. */
  readonly instance_id: number;
}

export function dungeonData(map: EngineMap): DungeonData {
  return {
    dungeon_id: map.GetMapId(),
    heroic: map.IsHeroic(),
    raid: map.IsRaid(),
    instance_id: map.GetInstanceId(),
  };
}

export function isDungeon(map: EngineMap): boolean {
  return map.IsDungeon() || map.IsRaid();
}
