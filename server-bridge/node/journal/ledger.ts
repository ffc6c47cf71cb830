import { isDuplicateKey } from "../database/failures";
import type { PoolConnection } from "../database/pool";
import { execute, select, wholeNumber } from "../database/query";
import {
  inChunks,
  KEYS_PER_STATEMENT,
  literal,
  ROWS_PER_STATEMENT,
  timestampLiteral,
} from "../database/statement-text";
import { type AcceptedOperation, JOURNAL_COLUMNS, type JournalRow } from "./journal-row";

export interface AppliedOperation {
  readonly operation: AcceptedOperation;
  /** What it really changed. */
  readonly applied: number;
}

export interface RejectedRow {
  readonly row: JournalRow;
  readonly reason: string;
}

const LEDGER_INSERT =
  "INSERT INTO dc_ledger (boot_id, sequence, player_guid, kind, subject, subject_id, amount, applied, source, cause," +
  " request_id, happened_at) VALUES ";

function ledgerText(boot: number, { operation, applied }: AppliedOperation): string {
  const { sequence, player, kind, subject, subjectId, amount, source, cause, requestId } = operation;
  const head = [boot, sequence, player, kind, subject, subjectId, amount, applied].map(literal).join(",");
  const tail = [source, cause, requestId].map(literal).join(",");
  return `(${head},${tail},${timestampLiteral(operation.happenedAt)})`;
}

/** Applying the rows would count twice, dropping them would lose them: only an admin knows which is right. */
class LedgerConflictError extends Error {
  constructor(boot: number, cause: unknown) {
    super(
      `dc_ledger has operations of boot ${boot} beyond what dc_boot calls acknowledged. dc_boot was emptied or restored ` +
        "without the ledger: set the boot's acknowledged to the ledger's highest sequence, or empty both",
      { cause },
    );
  }
}

/** Writes who got what into the ledger. */
export async function writeLedger(
  connection: PoolConnection,
  boot: number,
  entries: readonly AppliedOperation[],
): Promise<void> {
  for (const chunk of inChunks(entries, ROWS_PER_STATEMENT)) {
    try {
      await execute(connection, LEDGER_INSERT + chunk.map((entry) => ledgerText(boot, entry)).join(","));
    } catch (failure) {
      throw isDuplicateKey(failure) ? new LedgerConflictError(boot, failure) : failure;
    }
  }
}

/** A column as it was read: text, a number, or text of a number beyond 2^53 - 1. */
function columnLiteral(value: unknown): string {
  return literal(value === null ? undefined : String(value));
}

function rejectedText(boot: number, { row, reason }: RejectedRow): string {
  const columns = JOURNAL_COLUMNS.map((column) => columnLiteral(row.columns[column]));
  return `(${literal(boot)},${columns.join(",")},${literal(reason.slice(0, 200))})`;
}

/** Puts rows that cannot be applied where an admin finds them. */
export async function keepRejected(
  connection: PoolConnection,
  boot: number,
  rows: readonly RejectedRow[],
): Promise<void> {
  const insert = `INSERT IGNORE INTO dc_journal_rejected (boot_id, ${JOURNAL_COLUMNS.join(", ")}, reason) VALUES `;
  for (const chunk of inChunks(rows, ROWS_PER_STATEMENT)) {
    await execute(connection, insert + chunk.map((row) => rejectedText(boot, row)).join(","));
  }
}

/** Of `rows`, those that ledger and rejected rows do not know: they come after their gap was given up. */
export async function withoutKnown(
  connection: PoolConnection,
  boot: number,
  rows: readonly JournalRow[],
): Promise<JournalRow[]> {
  const known = new Set<number>();
  for (const chunk of inChunks(rows, KEYS_PER_STATEMENT)) {
    const sequences = chunk.map((row) => literal(row.sequence)).join(",");
    const where = `WHERE boot_id = ${literal(boot)} AND sequence IN (${sequences})`;
    const found = await select(
      connection,
      `SELECT sequence FROM dc_ledger ${where} UNION ALL SELECT sequence FROM dc_journal_rejected ${where}`,
    );
    for (const row of found) known.add(wholeNumber(row.sequence));
  }
  return rows.filter((row) => !known.has(row.sequence));
}

/** Rows whose numbers follow one another without a gap. */
function runsOf(rows: readonly JournalRow[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const { sequence } of rows) {
    const last = runs.at(-1);
    if (last !== undefined && sequence === last.first + last.count) last.count++;
    else runs.push({ first: sequence, count: 1 });
  }
  return runs;
}

/**
 * Takes `rows`, in order of sequence, off the queue: these and none that became visible since. The LIMIT ends the scan
 * at the last of them; without it the server locks the row behind as well, and waits for a realm that is inserting it.
 */
export async function takeOffQueue(
  connection: PoolConnection,
  boot: number,
  rows: readonly JournalRow[],
): Promise<void> {
  for (const { first, count } of runsOf(rows)) {
    await execute(
      connection,
      `DELETE FROM dc_journal WHERE boot_id = ? AND sequence BETWEEN ? AND ?
       ORDER BY boot_id, sequence LIMIT ?`,
      [boot, first, first + count - 1, count],
    );
  }
}
