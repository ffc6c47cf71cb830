import { type Subscription, withoutSubscription, withSubscription } from "./subscription";

/** Hears whether anybody subscribes to an event type. */
export type DemandObserver = (this: void, wanted: boolean) => void;

/** All that the bus keeps of one event type. */
export class Channel {
  /** Those that are called, in their order. */
  subscriptions: readonly Subscription[] = [];
  /** Those of systems that are switched off. */
  switchedOff: readonly Subscription[] = [];
  published = 0;
  private observer: DemandObserver | undefined;

  constructor(
    readonly type: string,
    readonly inHistory: boolean,
  ) {}

  add(subscription: Subscription, enabled: boolean): void {
    if (enabled) this.call(withSubscription(this.subscriptions, subscription));
    else this.switchedOff = withSubscription(this.switchedOff, subscription);
  }

  remove(subscription: Subscription): void {
    this.switchedOff = withoutSubscription(this.switchedOff, subscription.id);
    this.call(withoutSubscription(this.subscriptions, subscription.id));
  }

  /** From now on `observer` hears when the first subscription comes and when the last one goes; now, if there is one. */
  observe(observer: DemandObserver): void {
    this.observer = observer;
    if (this.subscriptions.length > 0) observer(true);
  }

  private call(subscriptions: readonly Subscription[]): void {
    const wasWanted = this.subscriptions.length > 0;
    this.subscriptions = subscriptions;
    const isWanted = subscriptions.length > 0;
    if (wasWanted !== isWanted) this.observer?.(isWanted);
  }
}
