import { textOf } from "../language/text-of";
import type { Subscription } from "./subscription";

/** Hears that a handler, or its filter, has raised `failure`, which may be anything. */
export type FailureListener = (this: void, subscription: Subscription, failure: unknown) => void;

/** Counts failures, and hands a sentence for the log to `report` unless it is the one that the handler had last. */
export function createFailureListener(report: (this: void, problem: string) => void): FailureListener {
  return (subscription, failure) => {
    subscription.errors++;
    const text = textOf(failure);
    if (text === subscription.lastFailure) return;
    subscription.lastFailure = text;
    report(`${subscription.type} handler ${subscription.name} failed: ${text}`);
  };
}
