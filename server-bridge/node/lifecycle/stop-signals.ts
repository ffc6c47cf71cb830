import { constants } from "node:os";

import type { Logger } from "../log/logger";

const SIGNALS = ["SIGTERM", "SIGINT"] as const;
/** What a shell reports for a program that a signal ended. */
const SIGNAL_EXIT_BASE = 128;

interface StopSignals {
  readonly stop: AbortSignal;
  /** Gives the signals back to Node. */
  readonly release: (this: void) => void;
}

/**
 * Raises `stop` at the first SIGTERM or SIGINT, so that the work under way is finished. A second one ends the program
 * at once, and so does a stop that takes longer than `limitSeconds`.
 */
export function listenForStop(log: Logger, limitSeconds: number): StopSignals {
  const controller = new AbortController();
  let limit: NodeJS.Timeout | undefined;
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    if (controller.signal.aborted) process.exit(SIGNAL_EXIT_BASE + constants.signals[signal]);
    log.info(`${signal}: finishing the batch under way`);
    controller.abort();
    limit = setTimeout(() => {
      log.error(
        `the stop took longer than ${limitSeconds} s; what was under way is done again at the next start`,
      );
      process.exit(1);
    }, limitSeconds * 1000);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const release = (): void => {
    clearTimeout(limit);
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
  };
  return { stop: controller.signal, release };
}
