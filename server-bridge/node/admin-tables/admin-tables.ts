import type { AdminTable } from "./admin-table";
import {
  CURRENCY_DEFINITIONS_TABLE,
  DUNGEON_BOSSES_TABLE,
  SYNERGY_CAPS_TABLE,
  UNLOCK_DEFINITIONS_TABLE,
} from "./definition-tables";
import { SEASONS_TABLE } from "./seasons-table";
import { SETTINGS_TABLE } from "./settings-table";
import { SYNERGIES_TABLE } from "./synergies-table";

/** The tables that admins edit while the realms run. */
export const ADMIN_TABLES: readonly AdminTable[] = [
  SETTINGS_TABLE,
  SYNERGIES_TABLE,
  SYNERGY_CAPS_TABLE,
  CURRENCY_DEFINITIONS_TABLE,
  UNLOCK_DEFINITIONS_TABLE,
  DUNGEON_BOSSES_TABLE,
  SEASONS_TABLE,
];
