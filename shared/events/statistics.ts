import type { Subscription } from "./subscription";

/** What one handler has done. */
export interface SubscriptionStatistics {
  readonly id: number;
  readonly name: string;
  /** The system that it belongs to, or empty. */
  readonly system: string;
  readonly priority: number;
  readonly enabled: boolean;
  readonly errors: number;
  /** While the bus was profiled. */
  readonly calls: number;
  /** While the bus was profiled. */
  readonly seconds: number;
}

export interface TypeStatistics {
  readonly type: string;
  readonly published: number;
  readonly subscriptions: readonly SubscriptionStatistics[];
}

function add(list: SubscriptionStatistics[], subscriptions: readonly Subscription[], enabled: boolean): void {
  for (const { id, name, system, priority, errors, calls, seconds } of subscriptions) {
    list.push({ id, name, system, priority, enabled, errors, calls, seconds });
  }
}

/** The figures of one event type: first the handlers that are called, in their order, then those switched off. */
export function typeStatistics(
  type: string,
  published: number,
  called: readonly Subscription[],
  switchedOff: readonly Subscription[],
): TypeStatistics {
  const subscriptions: SubscriptionStatistics[] = [];
  add(subscriptions, called, true);
  add(subscriptions, switchedOff, false);
  return { type, published, subscriptions };
}
