import { DungeonBosses } from "../tables/dungeon-bosses";
import { migratedVersion, SCHEMA_VERSION } from "../tables/schema-gate";

/** Milliseconds between looks for the schema while it is not there, and between readings of the table. */
const SCHEMA_INTERVAL = 5000;
const READ_INTERVAL = 60000;

/**
 * `dc_dungeon_bosses` in a map's state, which hears nothing of the bridge's notices: the table is read again every minute. A
 * statement on a table that is not there would end the server, so the schema is looked for first.
 */
export function startMapBosses(): DungeonBosses {
  const bosses = new DungeonBosses();
  let isOpen = false;
  let sinceRead = 0;
  function look(): void {
    if (migratedVersion() < SCHEMA_VERSION) return;
    isOpen = true;
    sinceRead = 0;
    bosses.load();
  }
  look();
  CreateLuaEvent(
    () => {
      sinceRead += SCHEMA_INTERVAL;
      if (!isOpen || sinceRead >= READ_INTERVAL) look();
    },
    SCHEMA_INTERVAL,
    0,
  );
  return bosses;
}
