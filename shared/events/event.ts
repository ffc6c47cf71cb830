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

/** A local is found faster than a global. */
const typeOf = type;

/** A publisher's table while the bus makes an event of it, in place: a copy would cost an allocation per publish. */
export interface WritableEvent {
  readonly type: string;
  player?: number;
  data?: EventData;
  timestamp?: number;
}

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
    if (typeOf(key) !== "string") error("Event: Set needs a key that is a string", 2);
    if (kind !== "number" && kind !== "string" && kind !== "boolean")
      error("Event: Set takes a number, a string, true or false", 2);
    (this.data as EventData)[key] = value;
  }
}

/** Makes an event of a publisher's table. Seen as a plain object: to Lua it is a metatable, to JavaScript a prototype. */
export const eventMethods: object = Event.prototype;

/** Tells the time without the rules asking their host for it. */
export interface Clock {
  /** Unix seconds, where they are known without asking: plain Lua reads a field in a fraction of the time of a call. */
  readonly time?: number | undefined;
  /** Unix seconds. */
  readonly now: (this: void) => number;
}
