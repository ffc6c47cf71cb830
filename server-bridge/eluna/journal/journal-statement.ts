import { sqlText, wholeNumber } from "../tables/sql-text";
import type { JournalEntry } from "./journal-entry";

const HEAD =
  "INSERT IGNORE INTO dc_journal " +
  "(boot_id, sequence, player_guid, account_id, kind, subject, subject_id, amount, source, cause, happened_at, request_id)" +
  " VALUES ";

/** One format for the whole row: a call and a string for each column would be half of what an event costs. */
const ROW = "(%.0f,%.0f,%.0f,%.0f,%s,%s,%.0f,%.0f,%s,%s,%.0f,%s)";

/** The SQL literals of one statement: its rows share their few kinds, subjects, sources and causes. */
type Literals = Record<string, string | undefined>;

function literalOf(literals: Literals, text: string): string {
  let literal = literals[text];
  if (literal === undefined) {
    literal = sqlText(text);
    literals[text] = literal;
  }
  return literal;
}

function journalRow(bootId: number, sequence: number, entry: JournalEntry, literals: Literals): string {
  const { operation, player } = entry;
  return string.format(
    ROW,
    wholeNumber(bootId),
    wholeNumber(sequence),
    wholeNumber(player.guid),
    wholeNumber(player.accountId),
    literalOf(literals, operation.kind),
    literalOf(literals, operation.subject),
    wholeNumber(operation.subjectId),
    wholeNumber(operation.amount),
    literalOf(literals, operation.source),
    literalOf(literals, operation.cause),
    wholeNumber(entry.happenedAt),
    entry.requestId === undefined ? "NULL" : sqlText(entry.requestId),
  );
}

/** Rows of one INSERT, and bytes of their texts: some cores take 32 KB, and a cut statement would end the server. */
const ROWS_PER_STATEMENT = 200;
const LONGEST_ROWS = 24000;

/**
 * The entries as INSERTs, in order, none of them longer than a core takes. A row that is in the queue already is left as it is, so
 * that sending again is harmless; one that the bridge has applied is dropped by the bridge. Raises if an entry cannot be written.
 *
 * @param first Number of the first entry; the others follow it.
 */
export function journalStatements(bootId: number, first: number, entries: readonly JournalEntry[]): string[] {
  const statements: string[] = [];
  const literals: Literals = {};
  let rows: string[] = [];
  let size = 0;
  for (let index = 0; index < entries.length; index++) {
    const row = journalRow(bootId, first + index, entries[index] as JournalEntry, literals);
    if (rows.length === ROWS_PER_STATEMENT || size + row.length > LONGEST_ROWS) {
      statements.push(HEAD + table.concat(rows, ","));
      rows = [];
      size = 0;
    }
    rows.push(row);
    size += row.length + 1;
  }
  if (rows.length > 0) statements.push(HEAD + table.concat(rows, ","));
  return statements;
}
