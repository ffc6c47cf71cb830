import type { EventTypeName } from "../catalog/event-types";
import type { Channel } from "./channel";
import type { Delivery } from "./delivery";
import { type Channels, problemOf } from "./check-input";
import { type Clock, type Event, type EventInput, toEvent } from "./event";

/** How deep handlers may publish from within handlers: deeper is a loop, and is stopped with a report. */
const MAXIMUM_DEPTH = 32;
/** How many publishes one may lead to: two handlers that publish what they hear would hold the world up for hours. */
const MAXIMUM_CASCADE = 100_000;

/** What publishing needs of the host of the bus. */
export interface PublisherHost extends Clock {
  /** Called with a sentence for the log when a handler or filter fails. */
  readonly report: (this: void, problem: string) => void;
  /** Called with each event behind its handlers. */
  readonly published?: (this: void, event: Event) => void;
}

/** `EventBus.Publish`: a method, though its `self` is not used. */
export interface Publish {
  <N extends EventTypeName>(this: unknown, input: EventInput<N>): void;
  (this: unknown, input: EventInput): void;
}

export interface Publisher {
  readonly publish: Publish;
  /** The type of the event whose handlers are running, or an empty text. */
  readonly currentType: (this: void) => string;
  /** Has the handlers called in this way from now on. */
  readonly deliverBy: (this: void, delivery: Delivery) => void;
  /** No publish is under way: to be called where none can be, so that what has ended one for good cannot end all. */
  readonly reset: (this: void) => void;
}

/**
 * What happens at every publish. Closures and no class, because plain Lua reaches what functions share as locals in a fraction of
 * the time that a field of an object takes.
 */
export function createPublisher(
  channels: Channels,
  { now, report, published }: PublisherHost,
  remember: (this: void, event: Event) => void,
  ordinary: Delivery,
): Publisher {
  let deliver = ordinary;
  let depth = 0;
  /** Publishes that the outermost one has led to. */
  let cascade = 0;
  let hasDropped = false;
  /** Of the event whose handlers are running. */
  let current: Channel | undefined;

  /** Says so once for each outermost publish: what is dropped comes in thousands. */
  function drop(type: string, reason: string): void {
    if (!hasDropped) report(`${type} dropped: handlers publish from within handlers ${reason}`);
    hasDropped = true;
  }

  function publish(this: unknown, input: EventInput): void {
    const problem = problemOf(channels, input);
    if (problem !== undefined) error(problem, 2);
    const channel = channels[input.type] as Channel;
    const outerDepth = depth;
    if (outerDepth === 0) {
      cascade = 0;
      hasDropped = false;
    } else {
      cascade++;
      if (outerDepth === MAXIMUM_DEPTH) return drop(input.type, `${MAXIMUM_DEPTH} deep`);
      if (cascade > MAXIMUM_CASCADE) return drop(input.type, `${MAXIMUM_CASCADE} times`);
    }
    const event = toEvent(input, now);
    if (channel.inHistory) remember(event);
    channel.published++;
    const outer = current;
    depth = outerDepth + 1;
    current = channel;
    deliver(channel.subscriptions, event);
    depth = outerDepth;
    current = outer;
    if (published !== undefined) published(event);
  }

  return {
    publish,
    currentType: () => (current === undefined ? "" : current.type),
    deliverBy: (delivery) => {
      deliver = delivery;
    },
    reset: () => {
      depth = 0;
      current = undefined;
    },
  };
}
