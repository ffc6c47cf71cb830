import { readRows, toInteger } from "./read-rows";

/** Number of the last migration that this script was written for. */
export const SCHEMA_VERSION = 9;

const TABLE_EXISTS =
  "SELECT CAST(COUNT(*) AS CHAR) FROM information_schema.columns " +
  "WHERE table_schema = DATABASE() AND table_name = 'dc_schema_migrations' AND column_name = 'version'";
const MIGRATED_VERSION = "SELECT CAST(COALESCE(MAX(version), 0) AS CHAR) FROM dc_schema_migrations";

/**
 * The version that the tables are migrated to; 0 when they are not there. Asks `information_schema` first, which is always
 * there: naming a missing table would freeze the world.
 */
export function migratedVersion(): number {
  const found = toInteger(readRows(TABLE_EXISTS, 1)[0]?.[0]);
  return found === 0 ? 0 : toInteger(readRows(MIGRATED_VERSION, 1)[0]?.[0]);
}
