import type { Delivery } from "./delivery";
import type { Event } from "./event";
import type { FailureListener } from "./failure";
import type { Subscription } from "./subscription";

type Callee = Pick<Subscription, "call">;

/** A local is found faster than a global. */
const protectedCall = pcall;

const BLAMED = "blamed";

/** Blames the line that called it. */
const blameCaller: Callee = {
  call: () => {
    error(BLAMED, 2);
  },
};

/**
 * All handlers in one protected call, because plain Lua spends more time on one than on a short handler. A handler that raises
 * ends it: its place tells which one that was, and those behind it get a protected call of their own.
 */
export function createJointDelivery(failed: FailureListener): Delivery {
  /** Place of the handler that runs, from 1. Where handlers publish, it is the innermost publish's. */
  let running = 0;

  function run(callees: readonly Callee[], event: Event, first: number): void {
    for (const place of $range(first, callees.length)) {
      running = place;
      (callees[place - 1] as Callee).call(event);
    }
  }

  /** A handler's `error(text, 2)` blames its caller, which is a line of ours and no help: the text goes on without it. */
  function withoutOurLine(failure: unknown, event: Event): unknown {
    if (typeof failure !== "string") return failure;
    const [, blame] = protectedCall(run, [blameCaller], event, 1);
    const text = tostring(blame);
    const ourLine = text.substring(0, text.length - BLAMED.length);
    const isKnown = `${ourLine}${BLAMED}` === text;
    return isKnown && failure.startsWith(ourLine) ? failure.substring(ourLine.length) : failure;
  }

  return (subscriptions, event) => {
    const outer = running;
    let first = 1;
    while (first <= subscriptions.length) {
      // Not left to `run`: where protected calls are nested too deep it fails before it begins, and would for ever.
      running = first;
      const [finished, failure] = protectedCall(run, subscriptions, event, first);
      if (finished) break;
      const place = running;
      const problem = withoutOurLine(failure, event);
      running = outer;
      failed(subscriptions[place - 1] as Subscription, problem);
      first = place + 1;
    }
    running = outer;
  };
}
