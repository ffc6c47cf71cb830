import type { EventTypeName } from "../catalog/event-types";
import { textOf } from "../language/text-of";
import { callerLine } from "./caller-line";
import type { Channel } from "./channel";
import { type Channels, LARGEST_PLAYER, problemOf } from "./check-input";
import type { Delivery } from "./delivery";
import { type Clock, type Event, type EventInput, eventMethods, type WritableEvent } from "./event";
import type { FailureListener } from "./failure";
import { type History, newestFirst } from "./history";
import { createLoopGuard } from "./loop-guard";
import { createRecovery } from "./recovery";
import type { Subscription } from "./subscription";

/** What publishing needs of the host of the bus. */
export interface PublisherHost extends Clock {
  /** Called with a sentence for the log when a handler or filter fails. */
  readonly report: (this: void, problem: string) => void;
  /** Called with each event behind its handlers. */
  readonly published?: (this: void, event: Event) => void;
}

/** What a bus publishes with. */
export interface PublisherParts {
  readonly channels: Channels;
  readonly host: PublisherHost;
  /** How many events the history holds. */
  readonly historyCapacity: number;
  readonly failed: FailureListener;
}

/** `EventBus.Publish`: a method, though its `self` is not used. */
export interface Publish {
  <N extends EventTypeName>(this: unknown, input: EventInput<N>): void;
  (this: unknown, input: EventInput): void;
}

export interface Publisher {
  readonly publish: Publish;
  readonly history: History;
  /** The type of the event whose handlers are running, or an empty text. */
  readonly currentType: (this: void) => string;
  /** Has the handlers called in this way from now on; all in one protected call if it is left out. */
  readonly deliverBy: (this: void, delivery?: Delivery) => void;
  /** No publish is under way: to be called where none can be, so that what has ended one for good cannot end all. */
  readonly reset: (this: void) => void;
}

/** Locals are found faster than globals. */
const protectedCall = pcall;
const typeOf = type;
const giveMetatable = setmetatable;
const LARGEST = LARGEST_PLAYER;

const NOBODY: readonly Subscription[] = [];

/**
 * What is being published in this Lua state, which does one thing at a time. Locals of the file, because plain Lua reaches them in a
 * fraction of the time that a field of an object takes.
 */
let depth = 0;
/** Counts the outermost publishes. */
let turn = 0;
/** The subscriptions whose handlers are running. */
let current = NOBODY;
/** Place among them of the handler that runs, from 1; 0 before the first. */
let running = 0;

function refuse(): never {
  error("refused");
}

function refuseWrongTime(timestamp: unknown): void {
  if (typeOf(timestamp) !== "number") refuse();
}

/** What a publish does in a protected call, and what it leaves behind. */
interface Runner {
  /** Returns the subscriptions whose handlers are still to be called. */
  readonly run: (this: void, input: EventInput, channel?: Channel) => readonly Subscription[] | undefined;
  readonly history: History;
  /** Whether `run` calls the handlers, too, and not only makes the event. */
  readonly callHandlers: (this: void, wanted: boolean) => void;
}

/**
 * All of it in one protected call and without a function in between, because plain Lua spends more time on either than on a short
 * handler; and so a wrong input may raise here, where it need not be looked at for its type.
 */
function createRunner({ channels, host, historyCapacity }: PublisherParts): Runner {
  const { now } = host;
  let ring: Event[] = [];
  let next = 0;
  let callsHandlers = true;
  return {
    // Of an unknown type there is no channel: that raises before anything has changed.
    run(input, channel = channels[input.type] as Channel) {
      const event = input as WritableEvent;
      const { player, data, timestamp } = event;
      // Operators take a text for a number, but it does not equal what they make of it.
      if (player !== undefined && (player - (player % 1) !== player || player < 0 || player > LARGEST))
        refuse();
      if (data !== undefined && typeOf(data) !== "table") refuse();
      if (timestamp !== undefined) refuseWrongTime(timestamp);
      const { subscriptions } = channel;
      // A table that somebody protects raises here.
      giveMetatable(event, eventMethods);
      channel.published++;
      if (timestamp === undefined) event.timestamp = now();
      if (player === undefined) event.player = 0;
      if (data === undefined) event.data = {};
      if (channel.inHistory) {
        ring[next] = event as Event;
        next = (next + 1) % historyCapacity;
      }
      current = subscriptions;
      if (!callsHandlers) return subscriptions;
      for (const place of $range(1, subscriptions.length)) {
        running = place;
        (subscriptions[place - 1] as Subscription).call(event as Event);
      }
      return undefined;
    },
    history: {
      recent: (count, matches) => newestFirst(ring, next, count, matches),
      clear() {
        ring = [];
        next = 0;
      },
    },
    callHandlers: (wanted) => {
      callsHandlers = wanted;
    },
  };
}

/** A bus may be made while another one publishes. */
function lineOf(run: Runner["run"]): string {
  const outer = current;
  const place = running;
  const line = callerLine(run);
  current = outer;
  running = place;
  return line;
}

/** What happens at every publish. */
export function createPublisher(parts: PublisherParts): Publisher {
  const { channels, failed } = parts;
  const { report, published } = parts.host;
  const loops = createLoopGuard(report);
  const { run, history, callHandlers } = createRunner(parts);
  const recover = createRecovery(failed, lineOf(run));
  let delivery: Delivery | undefined;

  function publish(this: unknown, input: EventInput): void {
    const outer = current;
    const outerDepth = depth;
    const outerRunning = running;
    if (outerDepth === 0) turn++;
    else if (loops.isLoop(outerDepth, turn)) {
      const problem = problemOf(channels, input);
      return problem === undefined ? loops.drop(input.type, outerDepth) : error(problem, 2);
    }
    depth = outerDepth + 1;
    running = 0;
    let [finished, result] = protectedCall<[EventInput], unknown>(run, input);
    const place = running;
    if (finished) {
      if (result !== undefined) delivery?.(current, input as Event, 1);
    } else if (place > 0) [finished, result] = protectedCall(recover, current, place, input as Event, result);
    depth = outerDepth;
    current = outer;
    running = outerRunning;
    if (!finished) error(problemOf(channels, input) ?? textOf(result), 2);
    if (published !== undefined) published(input as Event);
  }

  return {
    publish,
    history,
    currentType: () => current[0]?.type ?? "",
    deliverBy(chosen) {
      delivery = chosen;
      callHandlers(chosen === undefined);
    },
    reset() {
      depth = 0;
      current = NOBODY;
      running = 0;
    },
  };
}
