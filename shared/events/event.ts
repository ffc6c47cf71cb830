import type { EventPayload, EventTypeName } from "../catalog/event-types";

/** What a payload may hold: anything that Lua and JavaScript share. */
export type EventValue = number | boolean | string;
export type EventData = Record<string, EventValue | undefined>;

/** The payload of the type `N`: the catalog's if it is one of the document's types, anything for a registered one. */
export type PayloadOf<N extends string> = N extends EventTypeName ? EventPayload<N> : EventData;

/** What a publisher hands over: a plain table is enough. */
export interface EventInput<N extends string = string> {
  readonly type: N;
  /** Low GUID of the player that the event is about; 0 for an event of the whole realm. */
  readonly player?: number;
  data?: PayloadOf<N>;
  /** Unix seconds; the bus fills it in. */
  timestamp?: number;
}

/** Locals are found faster than globals. */
const typeOf = type;
const giveMetatable = setmetatable;

/** An event as its subscribers get it: the publisher's table with the document's `Get` and `Set`. */
export class Event<N extends string = string> {
  readonly type!: N;
  readonly player!: number;
  readonly data!: PayloadOf<N>;
  readonly timestamp!: number;

  /** The payload's value under `key`; `fallback` if there is none, or one of another type than `fallback`. */
  Get<T extends EventValue>(key: string, fallback: T): T;
  Get(key: string): EventValue | undefined;
  Get(key: string, fallback?: EventValue): EventValue | undefined {
    const value = (this.data as EventData)[key];
    if (value === undefined) return fallback;
    // Two `typeof` would each be a call into TypeScriptToLua's library.
    return fallback === undefined || typeOf(value) === typeOf(fallback) ? value : fallback;
  }

  Set(key: string, value: EventValue): void {
    const kind = typeOf(value);
    if (typeOf(key) !== "string") error("Event: Set needs a key that is a text", 2);
    if (kind !== "number" && kind !== "string" && kind !== "boolean")
      error("Event: Set takes a number, a text, true or false", 2);
    (this.data as EventData)[key] = value;
  }
}

/** Seen as a plain object: to Lua it is a metatable, to JavaScript a prototype. */
const eventMethods: object = Event.prototype;

/** Tells the time without the rules asking their host for it. */
export interface Clock {
  /** Unix seconds. */
  readonly now: (this: void) => number;
}

/** The publisher's table as an `Event`, made so in place: a copy would cost an allocation per publish. */
export function toEvent(input: EventInput, now: Clock["now"]): Event {
  const event = input as { player?: number; data?: EventData; timestamp?: number; Get?: unknown };
  // The time first, which most inputs lack: one that has it may have been published before.
  if (event.timestamp === undefined) event.timestamp = now();
  else if (event.Get !== undefined) return input as Event;
  event.player ??= 0;
  event.data ??= {};
  return giveMetatable(input, eventMethods) as Event;
}
