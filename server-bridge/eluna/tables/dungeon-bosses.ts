import { readTable, tableQuery, toInteger } from "./read-rows";

export const BOSSES = tableQuery(["map_id", "creature_entry", "completes_dungeon"], "dc_dungeon_bosses");

/** `dc_dungeon_bosses`: who is a boss whatever the core says, and whose death completes a dungeon. Empty until it is loaded. */
export class DungeonBosses {
  /** Whether the death of each boss completes the dungeon. */
  private completing: Record<string, boolean | undefined> = {};

  /**
   * Reads the table, in place of what was read before. Called when the tables are there, and when an admin changed them. Returns
   * whether the database has answered.
   */
  load(): boolean {
    const rows = readTable(BOSSES);
    if (rows === undefined) return false;
    const completing: Record<string, boolean> = {};
    for (const [map, creature, completes] of rows) {
      completing[keyOf(toInteger(map), toInteger(creature))] = completes !== "0";
    }
    this.completing = completing;
    return true;
  }

  /** Whether the table calls `creatureEntry` a boss on `mapId`. */
  isBoss(mapId: number, creatureEntry: number): boolean {
    return this.completing[keyOf(mapId, creatureEntry)] !== undefined;
  }

  /** Whether the death of `creatureEntry` on `mapId` completes that dungeon. */
  completes(mapId: number, creatureEntry: number): boolean {
    return this.completing[keyOf(mapId, creatureEntry)] === true;
  }
}

function keyOf(mapId: number, creatureEntry: number): string {
  return `${mapId.toFixed(0)} ${creatureEntry.toFixed(0)}`;
}
