import { runBridge } from "../bridge";
import { loadSettings } from "../config/load-settings";
import type { Settings } from "../config/settings";
import { listenForStop } from "../lifecycle/stop-signals";
import { createLogger, type Logger } from "../log/logger";
import { migrate } from "../migrations/migrate";

interface Prepared {
  readonly settings: Settings;
  readonly log: Logger;
}

function prepare(configFile: string | undefined): Prepared {
  const settings = loadSettings(process.env, configFile);
  return { settings, log: createLogger(settings) };
}

/** `dc-bridge start`: runs until a signal stops it. */
export async function start(configFile: string | undefined): Promise<void> {
  const { settings, log } = prepare(configFile);
  const { stop, release } = listenForStop(log, settings.stopLimit);
  try {
    await runBridge(settings, log, stop);
  } catch (failure) {
    // Waiting for a database that is away ends with its failure; being told to stop meanwhile is none.
    if (!stop.aborted) throw failure;
  } finally {
    release();
  }
  log.info("stopped");
}

/** `dc-bridge migrate`: brings the tables to this version and ends. Does not wait for a database that is away. */
export async function migrateOnly(configFile: string | undefined): Promise<void> {
  const { settings, log } = prepare(configFile);
  await migrate(settings.databaseUrl, log);
}
