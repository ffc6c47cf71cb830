import { EVENT_TYPES, type EventTypeName } from "../catalog/event-types";
import { calledByDot } from "../language/called-by-dot";
import { textOf } from "../language/text-of";
import { Channel, type DemandObserver } from "./channel";
import { checkTypeName, problemOf, unknownType } from "./check-input";
import { checkSubscription } from "./check-subscription";
import { behindFilter, createSingleDelivery, createTimedDelivery, type ProfileClock } from "./delivery";
import type { Event, EventInput } from "./event";
import { createFailureListener, type FailureListener } from "./failure";
import { createPublisher, type Publish, type Publisher, type PublisherHost } from "./publisher";
import { typeStatistics, type TypeStatistics } from "./statistics";
import {
  createSubscription,
  type EventFilter,
  type EventHandler,
  silence,
  type Subscription,
} from "./subscription";

/** How many events `GetRecentEvents` can look back over (document: 1,000). */
const HISTORY_CAPACITY = 1000;

/** What the bus needs of its host. */
export interface EventBusHost extends PublisherHost {
  /** Where a handler comes from ("season.lua:12"), if the host can tell. */
  readonly describe?: (this: void, handler: EventHandler) => string | undefined;
  /** How many events the history holds; 1,000 if it is left out (document). */
  readonly historyCapacity?: number;
  /** Whether this Lua is LuaJIT, which is faster when handlers are called in another way. */
  readonly isLuaJit?: boolean;
}

/**
 * The document's EventBus, for the realm and for the addon.
 *
 * Handlers run in the order of their priority, higher first; within a priority in the order of subscription. A
 * subscription made while an event is being published first sees the next event; one that is taken away is not called
 * any more, also by the publish under way. A handler that raises is reported and the others run.
 */
export class EventBus {
  private readonly channels: Record<string, Channel> = {};
  private readonly failed: FailureListener;
  private readonly publisher: Publisher;
  private readonly subscriptionsById: Record<number, Subscription | undefined> = {};
  private nextId = 1;
  /** The system that subscriptions are made for now, or empty. */
  private system = "";
  private readonly switchedOff: Record<string, boolean | undefined> = {};
  private queued: EventInput[] = [];

  /** Runs the handlers of `input.type` now. The table becomes the event: do not publish it twice with other content. */
  readonly Publish: Publish;

  constructor(private readonly host: EventBusHost) {
    this.failed = createFailureListener(host.report);
    this.publisher = createPublisher({
      channels: this.channels,
      host,
      historyCapacity: host.historyCapacity ?? HISTORY_CAPACITY,
      failed: this.failed,
    });
    this.Publish = this.publisher.publish;
    this.StopProfiling();
    for (const row of EVENT_TYPES) this.open(row.name, row.history !== false);
  }

  /** Makes `type` known, so that it can be subscribed to and published. A second call changes nothing. */
  RegisterEventType(type: string): void {
    const dot = calledByDot(this, "EventBus:RegisterEventType");
    if (dot !== undefined) error(dot, 2);
    const complaint = checkTypeName(type);
    if (complaint !== undefined) error(`EventBus: ${complaint}`, 2);
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
    const complaint = calledByDot(this, "EventBus:Subscribe") ?? checkSubscription(handler, filter, priority);
    if (complaint !== undefined) error(`EventBus: Subscribe: ${complaint}`, 2);
    const channel = this.channels[type];
    if (channel === undefined) error(unknownType(type), 2);
    const id = this.nextId++;
    const subscription = createSubscription({
      id,
      type,
      handler,
      filter: typeof filter === "function" ? filter : undefined,
      priority: typeof filter === "number" ? filter : priority,
      name: this.host.describe?.(handler),
      system: this.system,
    });
    if (subscription.filter !== undefined) subscription.call = behindFilter(subscription, this.failed);
    this.subscriptionsById[id] = subscription;
    channel.add(subscription, this.switchedOff[this.system] !== true);
    return id;
  }

  /** Ends a subscription. An id that is not in use changes nothing. */
  Unsubscribe(id: number): void {
    const subscription = this.subscriptionsById[id];
    const channel = subscription && this.channels[subscription.type];
    if (subscription === undefined || channel === undefined) return;
    silence(subscription);
    channel.remove(subscription);
    // Not `delete`: its helper in Lua needs the debug library, which the client lacks.
    this.subscriptionsById[id] = undefined;
  }

  /** Subscriptions made from now on belong to `system`, until it is called with an empty string. */
  SubscribeFor(system: string): void {
    if (typeof system !== "string")
      error("EventBus: SubscribeFor needs a system's name, or an empty string", 2);
    this.system = system;
  }

  /** Switches all subscriptions of a system off, also those that it makes later, or on again, in their old places. */
  SetSystemEnabled(system: string, enabled: boolean): void {
    if (typeof system !== "string" || system === "")
      error("EventBus: SetSystemEnabled needs a system's name", 2);
    if (typeof enabled !== "boolean") error("EventBus: SetSystemEnabled needs true or false", 2);
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
    const [, seconds] = typeof clock === "function" ? pcall(clock) : [false, undefined];
    if (typeof seconds !== "number") error("EventBus: StartProfiling needs a clock that gives seconds", 2);
    this.publisher.deliverBy(createTimedDelivery(this.failed, clock));
  }

  /** Ends the counting; what was counted stays. */
  StopProfiling(): void {
    this.publisher.deliverBy(this.host.isLuaJit === true ? createSingleDelivery(this.failed) : undefined);
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
   * has one, and `false` when it loses its last.
   */
  ObserveDemand(type: string, observer: DemandObserver): void {
    const channel = this.channels[type];
    if (channel === undefined) error(unknownType(type), 2);
    if (typeof observer !== "function") error("EventBus: ObserveDemand needs an observer function", 2);
    channel.observe(observer);
  }

  /** Publishes at the next tick of the host. The type is checked now, so that the mistake is the caller's line. */
  PublishAsync<N extends EventTypeName>(input: EventInput<N>): void;
  PublishAsync(input: EventInput): void;
  PublishAsync(input: EventInput): void {
    const problem = calledByDot(this, "EventBus:PublishAsync") ?? problemOf(this.channels, input);
    if (problem !== undefined) error(problem, 2);
    this.queued.push(input);
  }

  /** Publishes each in order; none if there is something wrong with one. */
  PublishBatch(inputs: readonly EventInput[]): void {
    if (typeof inputs !== "object") error("EventBus: PublishBatch needs a list of events", 2);
    for (const input of inputs) {
      const problem = problemOf(this.channels, input);
      if (problem !== undefined) error(problem, 2);
    }
    for (const input of inputs) this.Publish(input);
  }

  /** The last `count` events of `type` (10 by default), newest first. Types without a history have none. */
  GetRecentEvents(type: string, count = 10): Event[] {
    if (typeof count !== "number") error("EventBus: GetRecentEvents needs a number of events", 2);
    return this.publisher.history.recent(count, (event) => event.type === type);
  }

  /** The last `count` events about the player (10 by default), newest first. */
  GetRecentEventsOf(player: number, count = 10): Event[] {
    if (typeof count !== "number") error("EventBus: GetRecentEventsOf needs a number of events", 2);
    return this.publisher.history.recent(count, (event) => event.player === player);
  }

  /** Whether `type` can be subscribed to and published. */
  HasEventType(type: string): boolean {
    return this.channels[type] !== undefined;
  }

  /** The type of the event whose handlers are running, or an empty string: the cause of what they do. */
  CurrentType(): string {
    return this.publisher.currentType();
  }

  ClearHistory(): void {
    this.publisher.history.clear();
  }

  /** Publishes what `PublishAsync` queued. The host calls it once a tick; events queued meanwhile wait for the next. */
  Tick(): void {
    this.publisher.reset();
    if (this.queued.length === 0) return;
    const due = this.queued;
    this.queued = [];
    for (const input of due) {
      // Its table may be another since it was queued; the others are not to blame.
      const [succeeded, failure] = pcall(() => this.Publish(input));
      if (!succeeded) this.host.report(`a queued event was dropped: ${textOf(failure)}`);
    }
  }

  private open(type: string, inHistory: boolean): void {
    this.channels[type] ??= new Channel(type, inHistory, this.host.report);
  }
}
