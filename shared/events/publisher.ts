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
export interface PublisherHost {
  readonly clock: Clock;
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
  /** The type of the event whose handlers are running, or an empty string. */
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
/** The subscriptions whose handlers are running, or ran last. */
let current = NOBODY;
/** Place among them of the handler that runs, from 1; 0 before the first. */
let running = 0;

function refuse(): never {
  error("refused");
}

/** Makes an event of a table that lacks what most have. */
function complete(channels: Channels, event: WritableEvent): void {
  if (problemOf(channels, event) !== undefined) refuse();
  giveMetatable(event, eventMethods);
  event.player ??= 0;
  event.data ??= {};
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
  const { clock } = host;
  let ring: Event[] = [];
  /** Place in the ring of the newest event, from 1; 0 before the first. */
  let newest = 0;
  let callsHandlers = true;
  return {
    // Of an unknown type there is no channel: that raises before anything has changed.
    run(input, channel = channels[input.type] as Channel) {
      const event = input as WritableEvent;
      const { player, data, timestamp } = event;
      const { subscriptions } = channel;
      if (player === undefined || data === undefined) complete(channels, event);
      else {
        // A string raises where it is compared; NaN is neither too small nor too large, and has no rest of 0.
        if (player < 0 || player > LARGEST || player % 1 !== 0 || typeOf(data) !== "table") refuse();
        if (timestamp !== undefined && !(timestamp >= 0)) refuse();
        // A table that somebody protects raises here, unchanged.
        giveMetatable(event, eventMethods);
      }
      if (timestamp === undefined) event.timestamp = clock.time ?? clock.now();
      channel.published++;
      if (channel.inHistory) {
        newest = (newest % historyCapacity) + 1;
        ring[newest - 1] = event as Event;
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
      recent: (count, matches) => newestFirst(ring, newest, count, matches),
      clear() {
        ring = [];
        newest = 0;
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

/** What is left to do behind `run`. */
interface Settlement {
  /** Returns what the caller is to be told. */
  readonly settle: (this: void, input: EventInput, finished: boolean, result: unknown) => string | undefined;
  readonly deliverBy: Publisher["deliverBy"];
}

function createSettlement({ channels, failed }: PublisherParts, { run, callHandlers }: Runner): Settlement {
  const recover = createRecovery(failed, lineOf(run));
  let delivery: Delivery | undefined;
  return {
    settle(input, finished, result) {
      let [succeeded, failure] = [finished, result];
      if (finished) {
        if (result !== undefined) delivery?.(current, input as Event, 1);
      } else if (running > 0)
        [succeeded, failure] = protectedCall(recover, current, running, input as Event, result);
      return succeeded ? undefined : (problemOf(channels, input) ?? textOf(failure));
    },
    deliverBy(chosen) {
      delivery = chosen;
      callHandlers(chosen === undefined);
    },
  };
}

/** What happens at every publish. */
export function createPublisher(parts: PublisherParts): Publisher {
  const { channels } = parts;
  const { report, published } = parts.host;
  const loops = createLoopGuard(report);
  const runner = createRunner(parts);
  const { run } = runner;
  const { settle, deliverBy } = createSettlement(parts, runner);

  /** A publish within a handler: the one around it goes on behind it. Returns what the caller is to be told. */
  function publishNested(input: EventInput): string | undefined {
    const outer = current;
    const outerDepth = depth;
    const outerRunning = running;
    depth = outerDepth + 1;
    running = 0;
    const [finished, result] = protectedCall<[EventInput], unknown>(run, input);
    const problem = settle(input, finished, result);
    depth = outerDepth;
    current = outer;
    running = outerRunning;
    return problem;
  }

  /** Nearly every publish is the outermost one, which has nothing around it to be kept. */
  function publish(this: unknown, input: EventInput): void {
    let problem: string | undefined;
    if (depth === 0) {
      turn++;
      depth = 1;
      running = 0;
      const [finished, result] = protectedCall<[EventInput], unknown>(run, input);
      if (!finished || result !== undefined) problem = settle(input, finished, result);
      depth = 0;
    } else if (loops.isLoop(depth, turn)) {
      problem = problemOf(channels, input);
      return problem === undefined ? loops.drop(input.type, depth) : error(problem, 2);
    } else problem = publishNested(input);
    if (problem !== undefined) error(problem, 2);
    if (published !== undefined) published(input as Event);
  }

  return {
    publish,
    history: runner.history,
    currentType: () => (depth > 0 && current[0]?.type) || "",
    deliverBy,
    reset() {
      depth = 0;
      current = NOBODY;
      running = 0;
    },
  };
}
