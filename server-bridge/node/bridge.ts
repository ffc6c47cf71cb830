import { seedSettings } from "./admin-tables/seed-settings";
import { AdminTableWatch } from "./admin-tables/table-watch";
import { databaseClock } from "./calendar/clock";
import { CalendarKeeper } from "./calendar/keep-calendar";
import { resetRulesOf } from "./calendar/reset-rules";
import type { Settings } from "./config/settings";
import { createPool, type Pool } from "./database/pool";
import { persistently } from "./database/retry";
import { workJournal } from "./journal/work-journal";
import { repeat, type Repeat } from "./lifecycle/repeat";
import type { Logger } from "./log/logger";
import { migrate } from "./migrations/migrate";
import { sweep } from "./outbox/sweep";
import { Presence, PRESENCE_INTERVAL_MS } from "./presence/presence";
import { DeletionWatch } from "./watch/deletions";
import { OnlineRowCounts } from "./watch/online-row-counts";
import { ReturningRealms } from "./watch/returning-realms";
import { UnknownBoots } from "./watch/unknown-boots";
import { watchMarks } from "./watch/foreign-marks";

const SWEEP_INTERVAL_MS = 60_000;
const CALENDAR_INTERVAL_MS = 1000;
const REALMS_INTERVAL_MS = 5000;

interface Task {
  readonly name: string;
  readonly interval: number;
  readonly run: (this: void) => Promise<Repeat>;
}

/** What has begun before the other tasks. */
interface Prepared {
  readonly realms: ReturningRealms;
  readonly presence: Presence;
  readonly calendar: CalendarKeeper;
}

function tasksOf(
  pool: Pool,
  settings: Settings,
  { realms, presence, calendar }: Prepared,
  log: Logger,
  stop: AbortSignal,
): Task[] {
  const safely = (run: (this: void) => Promise<Repeat>) => (): Promise<Repeat> =>
    persistently(run, log, stop);
  const counts = new OnlineRowCounts();
  const deletions = new DeletionWatch(pool, counts, settings.realmLost);
  const adminTables = new AdminTableWatch(pool, settings.realmLost, log);
  const unknownBoots = new UnknownBoots(pool, log);
  return [
    {
      name: "applying the queue",
      interval: settings.pollInterval,
      run: () => workJournal({ pool, limits: settings, log, rowChanges: counts }, stop),
    },
    {
      name: "the watch for changes",
      interval: settings.watchInterval,
      run: safely(() => watchMarks(pool, settings.realmLost, counts)),
    },
    {
      name: "the watch for deletions",
      interval: settings.deletionInterval,
      run: safely(() => deletions.look()),
    },
    { name: "the watch for realms", interval: REALMS_INTERVAL_MS, run: safely(() => realms.look()) },
    {
      name: "the watch for edited tables",
      interval: settings.watchInterval,
      run: safely(() => adminTables.look()),
    },
    { name: "the watch for boots", interval: REALMS_INTERVAL_MS, run: safely(() => unknownBoots.look()) },
    { name: "the calendar", interval: CALENDAR_INTERVAL_MS, run: safely(() => calendar.look()) },
    { name: "the sign of life", interval: PRESENCE_INTERVAL_MS, run: safely(() => presence.announce()) },
    { name: "the sweep", interval: SWEEP_INTERVAL_MS, run: safely(() => sweep(pool, settings.outboxAge)) },
  ];
}

/**
 * Migrates the database and joins it with its realms until `stop` is raised; what is under way then is finished.
 *
 * @param keepDoing Runs one task at its interval until `stop` is raised: by the machine's clock unless given.
 */
export async function runBridge(
  settings: Settings,
  log: Logger,
  stop: AbortSignal,
  keepDoing: typeof repeat = repeat,
): Promise<void> {
  await persistently(() => migrate(settings.databaseUrl, log), log, stop);
  const pool = createPool(settings.databaseUrl, settings.poolSize);
  try {
    await persistently(() => seedSettings(pool), log, stop);
    const realms = new ReturningRealms(pool, settings.realmLost);
    await persistently(() => realms.look(), log, stop);
    const rules = resetRulesOf(settings);
    const presence = new Presence(pool, rules.text);
    // Before the first look at the calendar: bridges that start at once see each other.
    await persistently(() => presence.announce(), log, stop);
    const calendar = new CalendarKeeper({ pool, rules, clock: databaseClock, log });
    log.info("ready");
    const tasks = tasksOf(pool, settings, { realms, presence, calendar }, log, stop);
    await Promise.all(tasks.map((task) => keepDoing({ ...task, stop, log })));
  } finally {
    await pool.end();
  }
}
