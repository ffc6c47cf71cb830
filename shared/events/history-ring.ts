import type { Event } from "./event";

/** The last events, oldest overwritten first. */
export interface HistoryRing {
  /** Allocates nothing once the ring is full. */
  readonly add: (this: void, event: Event) => void;
  /** At most `count` events that `matches` accepts, newest first. */
  readonly recent: (this: void, count: number, matches: (event: Event) => boolean) => Event[];
  readonly clear: (this: void) => void;
}

/** A ring of the last `capacity` events. Closures, as `publisher.ts` explains: `add` is part of every publish. */
export function createHistoryRing(capacity: number): HistoryRing {
  let events: Event[] = [];
  /** Index that the next event goes to. */
  let next = 0;
  return {
    add(event) {
      events[next] = event;
      next = next + 1 === capacity ? 0 : next + 1;
    },

    recent(count, matches) {
      const found: Event[] = [];
      const size = events.length;
      for (let age = 1; age <= size && found.length < count; age++) {
        const event = events[(next - age + size) % size];
        if (event !== undefined && matches(event)) found.push(event);
      }
      return found;
    },

    clear() {
      events = [];
      next = 0;
    },
  };
}
