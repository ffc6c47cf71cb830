import { sqlInteger } from "./sql-text";

/** Enters the player into `dc_session`, the list of who is online. */
export function openSession(bootId: number, guid: number, accountId: number): void {
  const values = [sqlInteger(guid), sqlInteger(bootId), sqlInteger(accountId)].join(", ");
  CharDBExecute(`REPLACE INTO dc_session (player_guid, boot_id, account_id) VALUES (${values})`);
}

export function closeSession(guid: number): void {
  CharDBExecute(`DELETE FROM dc_session WHERE player_guid = ${sqlInteger(guid)}`);
}
