import type { Pool } from "../database/pool";
import { persistently } from "../database/retry";
import type { Repeat } from "../lifecycle/repeat";
import type { Logger } from "../log/logger";
import { applyBatch, type BatchLimits, type BatchResult } from "./apply-batch";
import { findDueBoots } from "./boot";

function tell(log: Logger, boot: number, result: BatchResult): void {
  for (const { row, reason } of result.rejected) {
    log.error(
      { boot, sequence: row.sequence, reason },
      "an operation cannot be applied: see dc_journal_rejected",
    );
  }
  const { applied, duplicates } = result;
  if (applied > 0 || duplicates > 0) log.debug({ boot, applied, duplicates }, "operations applied");
}

/** One round: a batch of each boot whose turn it is. */
export async function workJournal(
  pool: Pool,
  limits: BatchLimits,
  log: Logger,
  stop: AbortSignal,
): Promise<Repeat> {
  let again = false;
  for (const boot of await persistently(() => findDueBoots(pool), log, stop)) {
    if (stop.aborted) break;
    const result = await persistently(() => applyBatch(pool, boot, limits, log), log, stop);
    tell(log, boot, result);
    again ||= result.full;
  }
  return { again };
}
