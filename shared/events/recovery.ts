import { createSingleDelivery } from "./delivery";
import type { Event } from "./event";
import type { FailureListener } from "./failure";
import type { Subscription } from "./subscription";

/** Reports the handler at `place`, which raised `failure` in the protected call of all, and calls those behind it. */
export type Recovery = (
  this: void,
  subscriptions: readonly Subscription[],
  place: number,
  event: Event,
  failure: unknown,
) => void;

/** @param line What `callerLine` gives for the caller: a line of ours, which is no help to whoever reads the report. */
export function createRecovery(failed: FailureListener, line: string): Recovery {
  const deliver = createSingleDelivery(failed);
  return (subscriptions, place, event, failure) => {
    const blamesCaller = typeof failure === "string" && failure.startsWith(line);
    failed(subscriptions[place - 1] as Subscription, blamesCaller ? failure.substring(line.length) : failure);
    deliver(subscriptions, event, place + 1);
  };
}
