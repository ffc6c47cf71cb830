import { pause } from "../lifecycle/pause";
import type { Logger } from "../log/logger";
import { type RetryPlan, retryPlanOf } from "./failures";

/** Conflicts after which the pauses are long enough to tell somebody. */
const CONFLICTS_WORTH_A_WARNING = 10;

/** Half of the pause is random, so that two bridges that collided do not collide again. */
function jitteredDelay(plan: RetryPlan, attempt: number): number {
  const delay = Math.min(plan.longest, plan.first * 2 ** Math.min(attempt - 1, 20));
  return delay * (0.5 + Math.random() / 2);
}

function tellAbout(plan: RetryPlan, attempt: number, failure: unknown, log: Logger): void {
  const message = failure instanceof Error ? failure.message : String(failure);
  if (plan.reason === "conflict") {
    if (attempt === CONFLICTS_WORTH_A_WARNING) log.warn(`still waiting for other writers: ${message}`);
    return;
  }
  if (attempt === 1) log.warn(`the database is away, waiting for it: ${message}`);
}

/**
 * Runs `task` until it succeeds: waits out a database that is away, lost deadlocks and lock timeouts. `task` must be
 * safe to run again, also when its commit may have got through.
 *
 * @throws What `task` throws, if no repetition helps or once `stop` is raised.
 */
export async function persistently<T>(
  task: (this: void) => Promise<T>,
  log: Logger,
  stop: AbortSignal,
): Promise<T> {
  let wasAway = false;
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await task();
      if (wasAway) log.info("the database is back");
      return result;
    } catch (failure) {
      const plan = retryPlanOf(failure);
      if (plan === undefined || stop.aborted) throw failure;
      tellAbout(plan, attempt, failure, log);
      wasAway ||= plan.reason === "away";
      await pause(jitteredDelay(plan, attempt), stop);
    }
  }
}
