import { defaultIntegrationSettings } from "../../../shared/catalog/integration-settings";
import type { SensorTables } from "../sensors/start-sensors";
import { DungeonBosses } from "../tables/dungeon-bosses";
import { migratedVersion, SCHEMA_VERSION } from "../tables/schema-gate";
import { loadSettings } from "../tables/settings-table";

/** Milliseconds between looks for the schema while it is not there, and between readings of the tables. */
const SCHEMA_INTERVAL = 5000;
const READ_INTERVAL = 60000;

export interface MapTables extends SensorTables {
  /** Whether the tables are there and can be read. */
  readonly isOpen: (this: void) => boolean;
}

/** The world state and the bridge report a wrong value; each map would repeat it every minute. */
function saidElsewhere(): void {}

/**
 * `dc_dungeon_bosses` and `dc_settings` in a map state, which hears nothing of the bridge's notices: the tables are read again
 * every minute. A statement on a table that is not there would end the server, so the schema is looked for first.
 */
export function startMapTables(): MapTables {
  const bosses = new DungeonBosses();
  const settings = defaultIntegrationSettings();
  let isOpen = false;
  let sinceRead = 0;
  function look(): void {
    if (migratedVersion() < SCHEMA_VERSION) return;
    isOpen = true;
    sinceRead = 0;
    bosses.load();
    loadSettings(settings, saidElsewhere);
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
  return { bosses, settings, isOpen: () => isOpen };
}
