import type { Event } from "./event";

export type EventHandler<N extends string = string> = (event: Event<N>) => void;
export type EventFilter<N extends string = string> = (event: Event<N>) => boolean;

/** One handler of one event type. */
export interface Subscription {
  readonly id: number;
  readonly type: string;
  handler: EventHandler;
  /** What a publish calls: the handler, behind its filter if it has one. */
  call: EventHandler;
  filter: EventFilter | undefined;
  readonly priority: number;
  /** How reports name the handler. */
  readonly name: string;
  /** The system in whose name it was made, or empty. */
  readonly system: string;
  errors: number;
  /** Counted while the bus is profiled: how often the handler ran, and for how many seconds in all. */
  calls: number;
  seconds: number;
  /** The failure that was reported last, so that the same one is counted and not repeated in the log. */
  lastFailure: string | undefined;
}

/** What a subscription is made of. */
export interface SubscriptionParts {
  readonly id: number;
  readonly type: string;
  readonly handler: EventHandler;
  readonly filter?: EventFilter | undefined;
  /** 0 by default. */
  readonly priority?: number | undefined;
  readonly name?: string | undefined;
  readonly system?: string;
}

export function createSubscription(parts: SubscriptionParts): Subscription {
  return {
    id: parts.id,
    type: parts.type,
    handler: parts.handler,
    call: parts.handler,
    filter: parts.filter,
    priority: parts.priority ?? 0,
    name: parts.name ?? `subscription ${parts.id}`,
    system: parts.system ?? "",
    errors: 0,
    calls: 0,
    seconds: 0,
    lastFailure: undefined,
  };
}

function doNothing(): void {}

/** Nothing of `subscription` is called any more, also by a publish that is on its way to it. */
export function silence(subscription: Subscription): void {
  subscription.handler = doNothing;
  subscription.call = doNothing;
  subscription.filter = undefined;
}

/**
 * `subscriptions` with `added` behind all of at least its priority. A new array: a publish that is under way keeps
 * walking the one it started with.
 */
export function withSubscription(
  subscriptions: readonly Subscription[],
  added: Subscription,
): Subscription[] {
  const result: Subscription[] = [];
  let placed = false;
  for (const subscription of subscriptions) {
    // Within a priority the older one is first, also where the newer one was there while it was switched off.
    const isBehind =
      subscription.priority < added.priority ||
      (subscription.priority === added.priority && subscription.id > added.id);
    if (!placed && isBehind) {
      result.push(added);
      placed = true;
    }
    result.push(subscription);
  }
  if (!placed) result.push(added);
  return result;
}

/** `subscriptions` without the one called `id`, as a new array. */
export function withoutSubscription(subscriptions: readonly Subscription[], id: number): Subscription[] {
  const result: Subscription[] = [];
  for (const subscription of subscriptions) {
    if (subscription.id !== id) result.push(subscription);
  }
  return result;
}
