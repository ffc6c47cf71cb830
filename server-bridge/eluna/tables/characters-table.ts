import { hasColumn } from "./schema-gate";
import { readRows } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** Whether this database has the core's own table; undefined before it was asked. That does not change while the core runs. */
let isTableThere: boolean | undefined;

/** Its one row is always there, and says that the database has answered. */
function characterStatement(guid: number): string {
  return `SELECT CAST(COUNT(*) AS CHAR) FROM characters WHERE guid = ${sqlInteger(guid)}`;
}

/**
 * Whether the core's own table has the character, one that is kept for a restore included; undefined if this database has no such
 * table, or gave no answer.
 */
export function hasCharacter(guid: number): boolean | undefined {
  isTableThere ??= hasColumn("characters", "guid");
  const count = isTableThere ? readRows(characterStatement(guid), 1)[0]?.[0] : undefined;
  return count === undefined ? undefined : count !== "0";
}
