import type { Pool, PoolConnection } from "../database/pool";
import { execute, select } from "../database/query";
import { transaction } from "../database/transaction";
import type { Logger } from "../log/logger";
import { nudgePlayers } from "../outbox/nudge";
import { type ClaimedBoot, claimBoot, isSuperseded, mayPassGaps } from "./boot";
import {
  type AcceptedOperation,
  JOURNAL_COLUMNS,
  type JournalRow,
  readOperation,
  toJournalRow,
} from "./journal-row";
import {
  type AppliedOperation,
  keepRejected,
  type RejectedRow,
  takeOffQueue,
  withoutKnown,
  writeLedger,
} from "./ledger";
import { loadPlayers } from "./load-players";
import { type RowChangeObserver, type RowChanges, rowChangesOf } from "./row-changes";
import { cutRunnableRows } from "./runnable-rows";
import { savePlayers } from "./save-players";

export interface BatchLimits {
  /** The most rows of one transaction. */
  readonly batchSize: number;
  /** Seconds, see `mayPassGaps`. */
  readonly gapGrace: number;
}

/** What applying the queue needs. */
export interface JournalWork {
  readonly pool: Pool;
  readonly limits: BatchLimits;
  readonly log: Logger;
  readonly rowChanges: RowChangeObserver;
}

export interface BatchResult {
  readonly applied: number;
  /** Re-sent rows that the tables had already. */
  readonly duplicates: number;
  readonly rejected: readonly RejectedRow[];
  /** Whether the queue may hold more that can be applied at once. */
  readonly full: boolean;
}

const NOTHING: BatchResult = { applied: 0, duplicates: 0, rejected: [], full: false };

async function readQueue(connection: PoolConnection, boot: number, limit: number): Promise<JournalRow[]> {
  const rows = await select(
    connection,
    `SELECT ${JOURNAL_COLUMNS.join(", ")} FROM dc_journal WHERE boot_id = ? ORDER BY sequence LIMIT ?`,
    [boot, limit],
  );
  return rows.map(toJournalRow);
}

/** The rows that can be handled now. The first look asks nobody; a gap is worth the question whether it may be passed. */
async function findRunnable(
  connection: PoolConnection,
  boot: ClaimedBoot,
  rows: readonly JournalRow[],
  limits: BatchLimits,
  log: Logger,
): Promise<ReturnType<typeof cutRunnableRows>> {
  const runnable = cutRunnableRows(rows, boot.acknowledged, false);
  if (!runnable.gap || !(await mayPassGaps(connection, boot, limits.gapGrace))) return runnable;
  log.warn(
    { boot: boot.id, after: boot.acknowledged },
    "operations of an ended start of the realm are missing: given up",
  );
  return cutRunnableRows(rows, boot.acknowledged, true);
}

function readAll(rows: readonly JournalRow[]): { operations: AcceptedOperation[]; rejected: RejectedRow[] } {
  const operations: AcceptedOperation[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    const result = readOperation(row);
    if ("reason" in result) rejected.push({ row, reason: result.reason });
    else operations.push(result);
  }
  return { operations, rejected };
}

async function applyOperations(
  connection: PoolConnection,
  boot: number,
  operations: readonly AcceptedOperation[],
): Promise<RowChanges> {
  if (operations.length === 0) return new Map();
  const drafts = await loadPlayers(connection, operations);
  const entries: AppliedOperation[] = [];
  for (const operation of operations) {
    const applied = drafts.get(operation.player)?.apply(operation) ?? 0;
    entries.push({ operation, applied });
  }
  await savePlayers(connection, drafts);
  await writeLedger(connection, boot, entries);
  return rowChangesOf(drafts);
}

/**
 * Has a realm that has started again read the players of `operations` once more: it may have loaded them before the rows
 * of its earlier start became visible. Asked after the queue was read, and so of every start that can have missed a row.
 */
async function tellNewerBoot(
  connection: PoolConnection,
  boot: ClaimedBoot,
  operations: readonly AcceptedOperation[],
): Promise<void> {
  if (operations.length === 0 || !(await isSuperseded(connection, boot))) return;
  await nudgePlayers(connection, [boot.realm], [...new Set(operations.map(({ player }) => player))]);
}

interface Batch {
  readonly result: BatchResult;
  readonly rowChanges: RowChanges;
}

/** Applies what the queue holds of a claimed boot, up to the limit. All of it is in the caller's transaction. */
async function applyQueue(
  connection: PoolConnection,
  boot: ClaimedBoot,
  { limits, log }: JournalWork,
): Promise<Batch> {
  const rows = await readQueue(connection, boot.id, limits.batchSize);
  const { late, next } = await findRunnable(connection, boot, rows, limits, log);
  const unknown = late.length === 0 ? [] : await withoutKnown(connection, boot.id, late);
  const { operations, rejected } = readAll([...unknown, ...next]);
  const rowChanges = await applyOperations(connection, boot.id, operations);
  await tellNewerBoot(connection, boot, operations);
  await keepRejected(connection, boot.id, rejected);
  const handled = [...late, ...next];
  await takeOffQueue(connection, boot.id, handled);
  const last = next.at(-1);
  if (last !== undefined) {
    await execute(connection, "UPDATE dc_boot SET acknowledged = ? WHERE boot_id = ?", [
      last.sequence,
      boot.id,
    ]);
  }
  const duplicates = late.length - unknown.length;
  const full = handled.length === limits.batchSize;
  return { result: { applied: operations.length, duplicates, rejected, full }, rowChanges };
}

/**
 * Applies one batch of one boot in one transaction: the tables, the ledger, the queue and the acknowledged number
 * change together or not at all, so an operation counts once, whatever dies.
 */
export async function applyBatch(work: JournalWork, bootId: number): Promise<BatchResult> {
  let changes: RowChanges = new Map();
  try {
    const result = await transaction(work.pool, async (connection) => {
      const boot = await claimBoot(connection, bootId);
      if (boot === undefined) return NOTHING;
      const batch = await applyQueue(connection, boot, work);
      changes = batch.rowChanges;
      work.rowChanges.begin(changes);
      return batch.result;
    });
    work.rowChanges.settle(changes);
    return result;
  } catch (failure) {
    work.rowChanges.abandon(changes);
    throw failure;
  }
}
