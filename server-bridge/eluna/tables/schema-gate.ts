import { readRows, toInteger } from "./read-rows";
import { sqlText } from "./sql-text";

/** Number of the last migration that this script was written for. */
export const SCHEMA_VERSION = 12;

const MIGRATED_VERSION = "SELECT CAST(COALESCE(MAX(version), 0) AS CHAR) FROM dc_schema_migrations";

/**
 * Whether the characters database has the column. Asks `information_schema`, which is always there: naming a missing table or
 * column would freeze the world.
 */
export function hasColumn(table: string, column: string): boolean {
  const sql =
    "SELECT CAST(COUNT(*) AS CHAR) FROM information_schema.columns WHERE table_schema = DATABASE() " +
    `AND table_name = ${sqlText(table)} AND column_name = ${sqlText(column)}`;
  return toInteger(readRows(sql, 1)[0]?.[0]) > 0;
}

/** The version that the tables are migrated to; 0 when they are not there. */
export function migratedVersion(): number {
  if (!hasColumn("dc_schema_migrations", "version")) return 0;
  return toInteger(readRows(MIGRATED_VERSION, 1)[0]?.[0]);
}
