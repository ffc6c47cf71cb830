import { EVENT_TYPES, type EventTypeName, type EventTypeRow } from "../catalog/event-types";
import { type Clock, type Event, type EventInput, toEvent } from "./event";
import { HistoryRing } from "./history-ring";
import {
  type EventFilter,
  type EventHandler,
  type Subscription,
  withoutSubscription,
  withSubscription,
} from "./subscription";

/** How many events `GetRecentEvents` can look back over (document: 1,000). */
const HISTORY_CAPACITY = 1000;
/** How deep handlers may publish from within handlers: deeper is a loop, and is stopped with a report. */
const MAXIMUM_DEPTH = 32;

/** Takes the place of a handler that is unsubscribed while an event is on its way to it. */
function doNothing(): void {}

function unknownType(type: string): string {
  return `EventBus: unknown event type '${tostring(type)}'; name it to RegisterEventType first`;
}

/** What the bus needs of its host. */
export interface EventBusHost extends Clock {
  /** Called with a sentence for the log when a handler or filter fails. */
  readonly report: (this: void, problem: string) => void;
  /** Where a handler comes from ("season.lua:12"), if the host can tell. */
  readonly describe?: (this: void, handler: EventHandler) => string | undefined;
}

/** Hears whether anybody subscribes to an event type. */
export type DemandObserver = (this: void, wanted: boolean) => void;

interface Channel {
  subscriptions: readonly Subscription[];
  published: number;
  readonly inHistory: boolean;
  onDemand: DemandObserver | undefined;
}

const CATALOG: readonly EventTypeRow[] = EVENT_TYPES;

/**
 * The document's EventBus, for the realm and for the addon.
 *
 * Handlers run in the order of their priority, higher first; within a priority in the order of subscription. A
 * subscription made while an event is being published first sees the next event; one that is taken away is not called
 * any more, also by the publish under way. A handler that raises is reported and the others run.
 */
export class EventBus {
  private readonly channels: Record<string, Channel> = {};
  private readonly history = new HistoryRing(HISTORY_CAPACITY);
  private readonly subscriptionsById: Record<number, Subscription | undefined> = {};
  private nextId = 1;
  private depth = 0;
  /** The type that is being published, or empty. */
  private current = "";
  private queued: EventInput[] = [];

  constructor(private readonly host: EventBusHost) {
    for (const row of CATALOG) this.open(row.name, row.history !== false);
  }

  /** Makes `type` known, so that it can be subscribed to and published. A second call changes nothing. */
  RegisterEventType(type: string): void {
    if (typeof type !== "string" || type === "")
      error("EventBus: an event type is a text that is not empty", 2);
    this.open(type, true);
  }

  /**
   * Calls `handler` for each event of `type` that `filter` accepts.
   *
   * @param priority Higher is called earlier; 0 by default. May stand in the place of `filter`, as in the document.
   * @returns The id that `Unsubscribe` takes.
   */
  Subscribe<N extends EventTypeName>(
    type: N,
    handler: EventHandler<N>,
    filter?: EventFilter<N> | number,
    priority?: number,
  ): number;
  Subscribe(type: string, handler: EventHandler, filter?: EventFilter | number, priority?: number): number;
  Subscribe(type: string, handler: EventHandler, filter?: EventFilter | number, priority?: number): number {
    const channel = this.channels[type];
    if (channel === undefined) error(unknownType(type), 2);
    if (typeof handler !== "function") error("EventBus: Subscribe needs a handler function", 2);
    const id = this.nextId++;
    const subscription: Subscription = {
      id,
      type,
      handler,
      filter: typeof filter === "function" ? filter : undefined,
      priority: typeof filter === "number" ? filter : (priority ?? 0),
      name: this.host.describe?.(handler) ?? `subscription ${id}`,
      errors: 0,
      lastFailure: undefined,
    };
    const isFirst = channel.subscriptions.length === 0;
    channel.subscriptions = withSubscription(channel.subscriptions, subscription);
    this.subscriptionsById[id] = subscription;
    if (isFirst) channel.onDemand?.(true);
    return id;
  }

  /** Ends a subscription. An id that is not in use changes nothing. */
  Unsubscribe(id: number): void {
    const subscription = this.subscriptionsById[id];
    const channel = subscription && this.channels[subscription.type];
    if (subscription === undefined || channel === undefined) return;
    subscription.handler = doNothing;
    subscription.filter = undefined;
    channel.subscriptions = withoutSubscription(channel.subscriptions, id);
    // Not `delete`: its helper in Lua needs the debug library, which the client lacks.
    this.subscriptionsById[id] = undefined;
    if (channel.subscriptions.length === 0) channel.onDemand?.(false);
  }

  /**
   * For a publisher whose events are costly to make: `observer` hears `true` when `type` gets its first subscription, now if it
   * has one, and `false` when it loses its last. A type has one observer, the one that came last.
   */
  ObserveDemand(type: string, observer: DemandObserver): void {
    const channel = this.channels[type];
    if (channel === undefined) error(unknownType(type), 2);
    channel.onDemand = observer;
    if (channel.subscriptions.length > 0) observer(true);
  }

  /** Runs the handlers of `input.type` now. The table becomes the event: do not publish it twice with other content. */
  Publish<N extends EventTypeName>(input: EventInput<N>): void;
  Publish(input: EventInput): void;
  Publish(input: EventInput): void {
    const channel = this.channels[input.type];
    if (channel === undefined) error(unknownType(input.type), 2);
    if (this.depth >= MAXIMUM_DEPTH) {
      this.host.report(`${input.type} dropped: handlers publish from within handlers ${MAXIMUM_DEPTH} deep`);
      return;
    }
    const event = (input as Event).Get === undefined ? toEvent(input, this.host) : (input as Event);
    if (channel.inHistory) this.history.add(event);
    channel.published++;
    const outer = this.current;
    this.current = event.type;
    this.depth++;
    this.deliver(channel.subscriptions, event);
    this.depth--;
    this.current = outer;
  }

  /** Publishes at the next tick of the host. The type is checked now, so that the mistake is the caller's line. */
  PublishAsync<N extends EventTypeName>(input: EventInput<N>): void;
  PublishAsync(input: EventInput): void;
  PublishAsync(input: EventInput): void {
    if (this.channels[input.type] === undefined) error(unknownType(input.type), 2);
    this.queued.push(input);
  }

  /** Publishes each in order. */
  PublishBatch(inputs: readonly EventInput[]): void {
    for (const input of inputs) this.Publish(input);
  }

  /** The last `count` events of `type` (10 by default), newest first. Types without a history have none. */
  GetRecentEvents(type: string, count = 10): Event[] {
    return this.history.recent(count, (event) => event.type === type);
  }

  /** Whether `type` can be subscribed to and published. */
  HasEventType(type: string): boolean {
    return this.channels[type] !== undefined;
  }

  /** The type of the event whose handlers are running, or an empty text: the cause of what they do. */
  CurrentType(): string {
    return this.current;
  }

  ClearHistory(): void {
    this.history.clear();
  }

  /** Publishes what `PublishAsync` queued. The host calls it once a tick; events queued meanwhile wait for the next. */
  Tick(): void {
    if (this.queued.length === 0) return;
    const due = this.queued;
    this.queued = [];
    this.PublishBatch(due);
  }

  private open(type: string, inHistory: boolean): void {
    this.channels[type] ??= { subscriptions: [], published: 0, inHistory, onDemand: undefined };
  }

  private deliver(subscriptions: readonly Subscription[], event: Event): void {
    const count = subscriptions.length;
    for (let index = 0; index < count; index++) {
      const subscription = subscriptions[index] as Subscription;
      if (subscription.filter === undefined || this.accepts(subscription, event)) {
        const [succeeded, failure] = pcall(subscription.handler, event);
        if (!succeeded) this.failed(subscription, failure);
      }
    }
  }

  /** A filter that raises accepts nothing. */
  private accepts(subscription: Subscription, event: Event): boolean {
    const [succeeded, answer] = pcall(subscription.filter as EventFilter, event);
    if (!succeeded) this.failed(subscription, answer);
    return succeeded && answer !== false && answer !== undefined;
  }

  private failed(subscription: Subscription, failure: unknown): void {
    subscription.errors++;
    const text = tostring(failure);
    if (text === subscription.lastFailure) return;
    subscription.lastFailure = text;
    this.host.report(`${subscription.type} handler ${subscription.name} failed: ${text}`);
  }
}
