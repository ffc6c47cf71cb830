import { INTEGRATION_SETTINGS } from "../../../shared/catalog/integration-settings";
import { execute, type Queryable } from "../database/query";
import { literal } from "../database/statement-text";
import { SETTINGS_TABLE } from "./settings-table";

/** What tells an admin about a setting, and follows this version; `value` is the admin's own. */
const DESCRIPTIVE_COLUMNS = SETTINGS_TABLE.columns.filter(
  (column) => column !== "name" && column !== "value",
);

type Setting = (typeof INTEGRATION_SETTINGS)[number];

function rowText(setting: Setting): string {
  const fallback = setting.default.toFixed(0);
  const range = [setting.minimum.toFixed(0), setting.maximum.toFixed(0)];
  const values = [setting.name, fallback, fallback, ...range, setting.unit, setting.description];
  return `(${values.map(literal).join(",")})`;
}

/** Adds the settings that `dc_settings` lacks, with their defaults, and brings the descriptions of all to this version. */
export async function seedSettings(on: Queryable): Promise<void> {
  const refreshed = DESCRIPTIVE_COLUMNS.map((column) => `${column} = VALUES(${column})`).join(", ");
  await execute(
    on,
    `INSERT INTO ${SETTINGS_TABLE.name} (${SETTINGS_TABLE.columns.join(", ")})
     VALUES ${INTEGRATION_SETTINGS.map(rowText).join(",")} ON DUPLICATE KEY UPDATE ${refreshed}`,
  );
}
