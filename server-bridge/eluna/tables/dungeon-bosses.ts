import { readRows, toInteger } from "./read-rows";

const BOSSES = "SELECT CAST(map_id AS CHAR), CAST(creature_entry AS CHAR) FROM dc_dungeon_bosses";

/** `dc_dungeon_bosses`: whose death completes a dungeon. Empty until it is loaded. */
export class DungeonBosses {
  private completing: Record<string, true> = {};

  /** Reads the table, in place of what was read before. Called when the tables are there, and when an admin changed them. */
  load(): void {
    const completing: Record<string, true> = {};
    for (const [map, creature] of readRows(BOSSES, 2)) {
      completing[keyOf(toInteger(map), toInteger(creature))] = true;
    }
    this.completing = completing;
  }

  /** Whether the death of `creatureEntry` on `mapId` completes that dungeon. */
  completes(mapId: number, creatureEntry: number): boolean {
    return this.completing[keyOf(mapId, creatureEntry)] !== undefined;
  }
}

function keyOf(mapId: number, creatureEntry: number): string {
  return `${mapId.toFixed(0)} ${creatureEntry.toFixed(0)}`;
}
