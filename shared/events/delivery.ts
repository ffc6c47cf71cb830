import { textOf } from "../language/text-of";
import type { Event } from "./event";
import type { FailureListener } from "./failure";
import type { EventHandler, Subscription } from "./subscription";

/** Calls the handlers of one event in order, from the place `first` on. One that raises goes to a `FailureListener`, and the others run. */
export type Delivery = (
  this: void,
  subscriptions: readonly Subscription[],
  event: Event,
  first: number,
) => void;

/** Seconds of a clock that is fine enough to time a handler. */
export type ProfileClock = (this: void) => number;

/** A local is found faster than a global. */
const protectedCall = pcall;

/** Whether the handler is to be called. A filter that raises accepts nothing. */
function accepts(subscription: Subscription, event: Event, failed: FailureListener): boolean {
  const { filter } = subscription;
  if (filter === undefined) return true;
  const [succeeded, answer] = protectedCall(filter, event);
  if (!succeeded) failed(subscription, `its filter raised ${textOf(answer)}`);
  return succeeded && answer !== false && answer !== undefined;
}

/** Calls the handler if the filter accepts the event. */
export function behindFilter(subscription: Subscription, failed: FailureListener): EventHandler {
  return (event) => {
    // Looked up now, because the filter may have unsubscribed it, and returned, because a tail call leaves no line of ours
    // for an error to blame.
    if (accepts(subscription, event, failed)) return subscription.handler(event);
  };
}

/**
 * Each handler in a protected call of its own. LuaJIT makes next to nothing of protected calls within a loop; a loop within a
 * protected call, as plain Lua has it, it cannot compile to the end.
 */
export function createSingleDelivery(failed: FailureListener): Delivery {
  return (subscriptions, event, first) => {
    for (const place of $range(first, subscriptions.length)) {
      const subscription = subscriptions[place - 1] as Subscription;
      const [succeeded, failure] = protectedCall(subscription.call, event);
      if (!succeeded) failed(subscription, failure);
    }
  };
}

/** A clock that fails stands still: it must not end the publish that it is to time. */
function read(clock: ProfileClock): number {
  const [succeeded, seconds] = protectedCall(clock);
  return succeeded && typeof seconds === "number" ? seconds : 0;
}

/** Counts and times every handler, for which each needs a protected call of its own. */
export function createTimedDelivery(failed: FailureListener, clock: ProfileClock): Delivery {
  return (subscriptions, event) => {
    for (const subscription of subscriptions) {
      const started = read(clock);
      if (accepts(subscription, event, failed)) {
        subscription.calls++;
        const [succeeded, failure] = protectedCall(subscription.handler, event);
        if (!succeeded) failed(subscription, failure);
      }
      subscription.seconds += read(clock) - started;
    }
  };
}
