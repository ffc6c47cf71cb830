import { EVENT_TYPES, type EventTypeName, type EventTypeRow } from "../catalog/event-types";
import { Channel, type DemandObserver } from "./channel";
import { type Clock, type Event, type EventInput, toEvent } from "./event";
import { HistoryRing } from "./history-ring";
import { typeStatistics, type TypeStatistics } from "./statistics";
import type { EventFilter, EventHandler, Subscription } from "./subscription";

/** How many events `GetRecentEvents` can look back over (document: 1,000). */
const HISTORY_CAPACITY = 1000;
/** How deep handlers may publish from within handlers: deeper is a loop, and is stopped with a report. */
const MAXIMUM_DEPTH = 32;

/** A local is found faster than a global, five times for each publish to five handlers. */
const protectedCall = pcall;

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
  /** How many events the history holds; 1,000 if it is left out (document). */
  readonly historyCapacity?: number;
}

/** Seconds of a clock that is fine enough to time a handler. */
export type ProfileClock = (this: void) => number;

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
  private readonly history: HistoryRing;
  private readonly subscriptionsById: Record<number, Subscription | undefined> = {};
  private nextId = 1;
  private depth = 0;
  /** The types that are being published, from the outermost at 1 to `depth`; what is behind that is over. */
  private readonly types: string[] = [""];
  /** The system that subscriptions are made for now, or empty. */
  private system = "";
  private readonly switchedOff: Record<string, boolean | undefined> = {};
  private clock: ProfileClock | undefined;
  private queued: EventInput[] = [];

  constructor(private readonly host: EventBusHost) {
    this.history = new HistoryRing(host.historyCapacity ?? HISTORY_CAPACITY);
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
      system: this.system,
      errors: 0,
      calls: 0,
      seconds: 0,
      lastFailure: undefined,
    };
    this.subscriptionsById[id] = subscription;
    channel.add(subscription, this.switchedOff[this.system] !== true);
    return id;
  }

  /** Ends a subscription. An id that is not in use changes nothing. */
  Unsubscribe(id: number): void {
    const subscription = this.subscriptionsById[id];
    const channel = subscription && this.channels[subscription.type];
    if (subscription === undefined || channel === undefined) return;
    subscription.handler = doNothing;
    subscription.filter = undefined;
    channel.remove(subscription);
    // Not `delete`: its helper in Lua needs the debug library, which the client lacks.
    this.subscriptionsById[id] = undefined;
  }

  /** Subscriptions made from now on belong to `system`, until it is called with an empty text. */
  SubscribeFor(system: string): void {
    this.system = system;
  }

  /** Switches all subscriptions of a system off, also those that it makes later, or on again, in their old places. */
  SetSystemEnabled(system: string, enabled: boolean): void {
    if (typeof system !== "string" || system === "")
      error("EventBus: SetSystemEnabled needs a system's name", 2);
    this.switchedOff[system] = enabled ? undefined : true;
    for (let id = 1; id < this.nextId; id++) {
      const subscription = this.subscriptionsById[id];
      const channel = subscription && this.channels[subscription.type];
      if (subscription !== undefined && channel !== undefined && subscription.system === system) {
        channel.remove(subscription);
        channel.add(subscription, enabled);
      }
    }
  }

  /** Counts and times every handler from now on, which costs two looks at `clock` for each call. */
  StartProfiling(clock: ProfileClock): void {
    this.clock = clock;
  }

  /** Ends the counting; what was counted stays. */
  StopProfiling(): void {
    this.clock = undefined;
  }

  /** What each known type and each of its subscriptions has done, in the order of names and of calls. */
  GetStatistics(): TypeStatistics[] {
    const statistics: TypeStatistics[] = [];
    for (const type in this.channels) {
      const channel = this.channels[type];
      if (channel !== undefined) {
        statistics.push(typeStatistics(type, channel.published, channel.subscriptions, channel.switchedOff));
      }
    }
    return statistics.sort((left, right) => (left.type < right.type ? -1 : 1));
  }

  /**
   * For a publisher whose events are costly to make: `observer` hears `true` when `type` gets its first subscription, now if it
   * has one, and `false` when it loses its last. A type has one observer, the one that came last.
   */
  ObserveDemand(type: string, observer: DemandObserver): void {
    const channel = this.channels[type];
    if (channel === undefined) error(unknownType(type), 2);
    channel.observe(observer);
  }

  /** Runs the handlers of `input.type` now. The table becomes the event: do not publish it twice with other content. */
  Publish<N extends EventTypeName>(input: EventInput<N>): void;
  Publish(input: EventInput): void;
  Publish(input: EventInput): void {
    if (typeof input !== "object") error("EventBus: Publish needs a table with a type", 2);
    const type = input.type;
    const channel = this.channels[type];
    if (channel === undefined) error(unknownType(type), 2);
    const depth = this.depth + 1;
    if (depth > MAXIMUM_DEPTH) {
      this.host.report(`${type} dropped: handlers publish from within handlers ${MAXIMUM_DEPTH} deep`);
      return;
    }
    const event = (input as Event).Get === undefined ? toEvent(input, this.host) : (input as Event);
    if (channel.inHistory) this.history.add(event);
    channel.published++;
    this.types[depth] = type;
    this.depth = depth;
    const { subscriptions } = channel;
    if (this.clock !== undefined) this.deliverTimed(subscriptions, event, this.clock);
    else {
      // Not a method of its own: this is the hottest loop of all, and a call costs as much as a handler.
      for (let index = 0, count = subscriptions.length; index < count; index++) {
        const subscription = subscriptions[index] as Subscription;
        if (subscription.filter === undefined || this.accepts(subscription, event)) {
          const [succeeded, failure] = protectedCall(subscription.handler, event);
          if (!succeeded) this.failed(subscription, failure);
        }
      }
    }
    this.depth = depth - 1;
  }

  /** Publishes at the next tick of the host. The type is checked now, so that the mistake is the caller's line. */
  PublishAsync<N extends EventTypeName>(input: EventInput<N>): void;
  PublishAsync(input: EventInput): void;
  PublishAsync(input: EventInput): void {
    if (typeof input !== "object") error("EventBus: PublishAsync needs a table with a type", 2);
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

  /** The last `count` events about the player (10 by default), newest first. */
  GetRecentEventsOf(player: number, count = 10): Event[] {
    return this.history.recent(count, (event) => event.player === player);
  }

  /** Whether `type` can be subscribed to and published. */
  HasEventType(type: string): boolean {
    return this.channels[type] !== undefined;
  }

  /** The type of the event whose handlers are running, or an empty text: the cause of what they do. */
  CurrentType(): string {
    return this.depth === 0 ? "" : (this.types[this.depth] ?? "");
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
    this.channels[type] ??= new Channel(inHistory);
  }

  private deliverTimed(subscriptions: readonly Subscription[], event: Event, clock: ProfileClock): void {
    for (const subscription of subscriptions) {
      const started = clock();
      if (subscription.filter === undefined || this.accepts(subscription, event)) {
        subscription.calls++;
        const [succeeded, failure] = protectedCall(subscription.handler, event);
        if (!succeeded) this.failed(subscription, failure);
      }
      subscription.seconds += clock() - started;
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
