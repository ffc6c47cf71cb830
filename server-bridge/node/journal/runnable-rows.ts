import type { JournalRow } from "./journal-row";

export interface RunnableRows {
  /** Up to the acknowledged number: re-sent, or come after their gap was given up. The ledger tells which. */
  readonly late: readonly JournalRow[];
  /** To be applied now. */
  readonly next: readonly JournalRow[];
  /** Whether rows are left behind a gap. */
  readonly gap: boolean;
}

/**
 * Cuts the queue's rows, in order of sequence. Rows become visible in the order of their commits, which is not the
 * order of their numbers, so only those that follow the acknowledged number without a gap may be applied.
 */
export function cutRunnableRows(
  rows: readonly JournalRow[],
  acknowledged: number,
  passGaps: boolean,
): RunnableRows {
  const late: JournalRow[] = [];
  const next: JournalRow[] = [];
  let expected = acknowledged + 1;
  for (const row of rows) {
    if (row.sequence <= acknowledged) {
      late.push(row);
    } else if (passGaps || row.sequence === expected) {
      next.push(row);
      expected = row.sequence + 1;
    } else {
      return { late, next, gap: true };
    }
  }
  return { late, next, gap: false };
}
