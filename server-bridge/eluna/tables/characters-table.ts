import { hasColumn } from "./schema-gate";
import { readRows } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** Whether the core's own table has the character; undefined if this database has no such table. */
export function hasCharacter(guid: number): boolean | undefined {
  if (!hasColumn("characters", "guid")) return undefined;
  return readRows(`SELECT CAST(guid AS CHAR) FROM characters WHERE guid = ${sqlInteger(guid)}`, 1).length > 0;
}
