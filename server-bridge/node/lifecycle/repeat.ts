import type { Logger } from "../log/logger";
import { pause } from "./pause";

/** Pause after a failure that no repetition cures by itself, in milliseconds. */
const AFTER_FAILURE_MS = 5000;

/** Whether there is more to do at once, without the pause. */
export type Repeat = { readonly again: boolean };

export interface Repetition {
  /** What the log calls it. */
  readonly name: string;
  /** Pause between two runs, in milliseconds. */
  readonly interval: number;
  readonly stop: AbortSignal;
  readonly log: Logger;
  readonly run: (this: void) => Promise<Repeat>;
}

/** Runs something again and again until `stop` is raised; a run under way is finished. A failure is logged and outlived. */
export async function repeat({ name, interval, stop, log, run }: Repetition): Promise<void> {
  while (!stop.aborted) {
    let wait = interval;
    try {
      if ((await run()).again) wait = 0;
    } catch (failure) {
      if (stop.aborted) return;
      log.error({ err: failure }, `${name} failed and is tried again in ${AFTER_FAILURE_MS / 1000} s`);
      wait = AFTER_FAILURE_MS;
    }
    if (wait > 0) await pause(wait, stop);
  }
}
