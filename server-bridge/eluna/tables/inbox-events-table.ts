import { readRows } from "./read-rows";
import type { RequestRow } from "./request-ledger";
import { sqlInteger, sqlText } from "./sql-text";

/** @param event Of the kind "event". */
export function noteStatement(requestId: string, event: RequestRow, bootId: number): string {
  const numbers = [sqlInteger(event.player), sqlInteger(event.subjectId), sqlInteger(bootId)].join(", ");
  return (
    "INSERT IGNORE INTO dc_inbox_events (request_id, name, player_guid, payload_checksum, boot_id) " +
    `VALUES (${sqlText(requestId)}, ${sqlText(event.subject)}, ${numbers})`
  );
}

/** Its first row is always there, and says that the database has answered. */
export function notedStatement(requestId: string, bootId: number): string {
  return (
    `SELECT '' AS noted UNION ALL (SELECT '1' FROM dc_inbox_events WHERE request_id = ${sqlText(requestId)} ` +
    `AND boot_id = ${sqlInteger(bootId)})`
  );
}

/**
 * Notes for good that the event is published for the request of this name, and waits for it: `findRequests` knows it from then on.
 * As the cores pass over a refused statement and tell nobody, the table is asked whether it has the note.
 *
 * @returns Whether the event may be published now; undefined if the database does not say, and the note may be there or not.
 */
export function notePublished(requestId: string, event: RequestRow, bootId: number): boolean | undefined {
  CharDBQuery(noteStatement(requestId, event, bootId));
  const rows = readRows(notedStatement(requestId, bootId), 1);
  return rows.length === 0 ? undefined : rows.length > 1;
}
