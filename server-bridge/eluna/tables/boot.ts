import { readRows, toInteger } from "./read-rows";
import { sqlInteger, sqlText } from "./sql-text";

/** Random enough to find the own row again: time, address of a fresh table, a random number. */
function newToken(): string {
  const [address] = string.gsub(tostring({}), "[^%w]", "");
  return `${sqlInteger(os.time())}${address}${sqlInteger(math.random(1, 1000000000))}`;
}

/**
 * Enters this start of the script into `dc_boot`, and says that what earlier ones have queued is complete. Waits for the
 * commit: the id is part of every operation.
 *
 * @returns The boot id; with a sequence number it names an operation for ever.
 */
export function registerBoot(realmId: number, engine: string, version: string): number {
  const token = newToken();
  const values = [sqlInteger(realmId), sqlText(token), sqlText(engine), sqlText(version)].join(", ");
  CharDBQuery(`INSERT INTO dc_boot (realm_id, token, engine, version) VALUES (${values})`);
  const row = readRows(`SELECT CAST(boot_id AS CHAR) FROM dc_boot WHERE token = ${sqlText(token)}`, 1)[0];
  const bootId = toInteger(row?.[0]);
  const earlier = `realm_id = ${sqlInteger(realmId)} AND boot_id < ${sqlInteger(bootId)}`;
  CharDBExecute(`DELETE FROM dc_session WHERE boot_id IN (SELECT boot_id FROM dc_boot WHERE ${earlier})`);
  CharDBExecute(`UPDATE dc_boot SET superseded = 1 WHERE ${earlier}`);
  return bootId;
}

/** Says that this boot is alive. */
export function touchBoot(bootId: number): void {
  CharDBExecute(`UPDATE dc_boot SET seen_at = CURRENT_TIMESTAMP WHERE boot_id = ${sqlInteger(bootId)}`);
}
