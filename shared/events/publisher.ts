import type { EventTypeName } from "../catalog/event-types";
import type { Channel } from "./channel";
import type { Delivery } from "./delivery";
import { type Clock, type Event, type EventInput, toEvent } from "./event";

/** A local is found faster than a global. */
const typeOf = type;

/** How deep handlers may publish from within handlers: deeper is a loop, and is stopped with a report. */
const MAXIMUM_DEPTH = 32;

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
}

export function unknownType(type: string): string {
  return `EventBus: unknown event type '${tostring(type)}'; name it to RegisterEventType first`;
}

/**
 * What happens at every publish. Closures and no class, because plain Lua reaches what functions share as locals in a fraction of
 * the time that a field of an object takes.
 */
export function createPublisher(
  channels: Readonly<Record<string, Channel | undefined>>,
  { now, report, published }: PublisherHost,
  remember: (this: void, event: Event) => void,
  ordinary: Delivery,
): Publisher {
  let deliver = ordinary;
  let depth = 0;
  /** Of the event whose handlers are running. */
  let current: Channel | undefined;

  function publish(this: unknown, input: EventInput): void {
    if (typeOf(input) !== "table") error("EventBus: Publish needs a table with a type", 2);
    const channel = channels[input.type];
    if (channel === undefined) error(unknownType(input.type), 2);
    const outerDepth = depth;
    if (outerDepth === MAXIMUM_DEPTH) {
      report(`${input.type} dropped: handlers publish from within handlers ${MAXIMUM_DEPTH} deep`);
      return;
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
  };
}
