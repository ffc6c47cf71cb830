import { textOf } from "../language/text-of";
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
  private readonly observers: DemandObserver[] = [];

  constructor(
    readonly type: string,
    readonly inHistory: boolean,
    private readonly report: (this: void, problem: string) => void,
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
    this.observers.push(observer);
    if (this.subscriptions.length > 0) this.tell(observer, true);
  }

  /** Whoever subscribes must not suffer from an observer that raises. */
  private tell(observer: DemandObserver, wanted: boolean): void {
    const [succeeded, failure] = pcall(observer, wanted);
    if (!succeeded) this.report(`an observer of the demand for ${this.type} failed: ${textOf(failure)}`);
  }

  private call(subscriptions: readonly Subscription[]): void {
    const wasWanted = this.subscriptions.length > 0;
    this.subscriptions = subscriptions;
    const isWanted = subscriptions.length > 0;
    if (wasWanted === isWanted) return;
    for (const observer of this.observers) this.tell(observer, isWanted);
  }
}
