import { sqlInteger, sqlText } from "../tables/sql-text";
import type { JournalEntry } from "./journal";

const HEAD =
  "INSERT IGNORE INTO dc_journal " +
  "(boot_id, sequence, player_guid, account_id, kind, subject, subject_id, amount, source, cause, happened_at, request_id)" +
  " VALUES ";

function journalRow(bootId: number, entry: JournalEntry): string {
  const columns = [
    sqlInteger(bootId),
    sqlInteger(entry.sequence),
    sqlInteger(entry.player),
    sqlInteger(entry.accountId),
    sqlText(entry.kind),
    sqlText(entry.subject),
    sqlInteger(entry.subjectId),
    sqlInteger(entry.amount),
    sqlText(entry.source),
    sqlText(entry.cause),
    sqlInteger(entry.happenedAt),
    entry.requestId === undefined ? "NULL" : sqlText(entry.requestId),
  ];
  return `(${columns.join(",")})`;
}

/**
 * The entries as one INSERT. A row that is in the queue already is left as it is, so that sending again is harmless; one that
 * the bridge has applied is dropped by the bridge.
 */
export function journalStatement(bootId: number, entries: readonly JournalEntry[]): string {
  const rows: string[] = [];
  for (const entry of entries) rows.push(journalRow(bootId, entry));
  return HEAD + rows.join(",");
}
