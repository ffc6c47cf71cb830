import type { Settings } from "./config/settings";
import { createPool, type Pool } from "./database/pool";
import { persistently } from "./database/retry";
import { workJournal } from "./journal/work-journal";
import { repeat, type Repeat } from "./lifecycle/repeat";
import type { Logger } from "./log/logger";
import { migrate } from "./migrations/migrate";
import { findLiveRealms } from "./outbox/live-realms";
import { nudgeEveryone } from "./outbox/nudge";
import { sweep } from "./outbox/sweep";
import { DeletionWatch } from "./watch/deletions";
import { OnlineRowCounts } from "./watch/online-row-counts";
import { watchMarks } from "./watch/foreign-marks";

const SWEEP_INTERVAL_MS = 60_000;

interface Task {
  readonly name: string;
  readonly interval: number;
  readonly run: (this: void) => Promise<Repeat>;
}

function tasksOf(pool: Pool, settings: Settings, log: Logger, stop: AbortSignal): Task[] {
  const safely = (run: (this: void) => Promise<Repeat>) => (): Promise<Repeat> =>
    persistently(run, log, stop);
  const counts = new OnlineRowCounts();
  const deletions = new DeletionWatch(pool, counts, settings.realmLost);
  return [
    {
      name: "applying the queue",
      interval: settings.pollInterval,
      run: () => workJournal({ pool, limits: settings, log, rowChanges: counts }, stop),
    },
    {
      name: "the watch for changes",
      interval: settings.watchInterval,
      run: safely(() => watchMarks(pool, settings.realmLost)),
    },
    {
      name: "the watch for deletions",
      interval: settings.deletionInterval,
      run: safely(() => deletions.look()),
    },
    { name: "the sweep", interval: SWEEP_INTERVAL_MS, run: safely(() => sweep(pool, settings.outboxAge)) },
  ];
}

/** While no bridge ran, rows may have been deleted, which leaves no mark. */
async function announceStart(pool: Pool, settings: Settings): Promise<void> {
  await nudgeEveryone(pool, await findLiveRealms(pool, settings.realmLost));
}

/** Migrates the database and joins it with its realms until `stop` is raised; what is under way then is finished. */
export async function runBridge(settings: Settings, log: Logger, stop: AbortSignal): Promise<void> {
  await persistently(() => migrate(settings.databaseUrl, log), log, stop);
  const pool = createPool(settings.databaseUrl, settings.poolSize);
  try {
    await persistently(() => announceStart(pool, settings), log, stop);
    log.info("ready");
    const tasks = tasksOf(pool, settings, log, stop);
    await Promise.all(tasks.map((task) => repeat({ ...task, stop, log })));
  } finally {
    await pool.end();
  }
}
