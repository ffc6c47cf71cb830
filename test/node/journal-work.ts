import type { Pool } from "../../server-bridge/node/database/pool";
import type { BatchLimits, JournalWork } from "../../server-bridge/node/journal/apply-batch";
import { OnlineRowCounts } from "../../server-bridge/node/watch/online-row-counts";
import { silentLog } from "../database";

/** Applying the queue as the bridge does, with the defaults of its settings. */
export function journalWork(pool: Pool, limits: Partial<BatchLimits> = {}): JournalWork {
  return {
    pool,
    limits: { batchSize: 1000, gapGrace: 60, ...limits },
    log: silentLog,
    rowChanges: new OnlineRowCounts(),
  };
}
