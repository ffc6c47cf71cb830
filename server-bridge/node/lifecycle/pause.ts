import { setTimeout as sleep } from "node:timers/promises";

/** Waits `milliseconds`, or until `stop` is raised. */
export async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal: stop });
  } catch (failure) {
    if (!stop.aborted) throw failure;
  }
}
