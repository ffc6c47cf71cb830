import { persistently } from "../database/retry";
import type { Repeat } from "../lifecycle/repeat";
import type { Logger } from "../log/logger";
import { applyBatch, type BatchResult, type JournalWork } from "./apply-batch";
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

/**
 * One round: a batch of each boot whose turn it is. A boot that fails holds up its own realm, and no other.
 *
 * @throws What the first of them fails with, at the end of the round.
 */
export async function workJournal(work: JournalWork, stop: AbortSignal): Promise<Repeat> {
  let again = false;
  const failures: unknown[] = [];
  for (const boot of await persistently(() => findDueBoots(work.pool), work.log, stop)) {
    if (stop.aborted) break;
    try {
      const result = await persistently(() => applyBatch(work, boot), work.log, stop);
      tell(work.log, boot, result);
      again ||= result.full;
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { again };
}
