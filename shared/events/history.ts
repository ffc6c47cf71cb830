import type { Event } from "./event";

/** The events that were published last. */
export interface History {
  /** At most `count` events that `matches` accepts, newest first. */
  readonly recent: (this: void, count: number, matches: (event: Event) => boolean) => Event[];
  readonly clear: (this: void) => void;
}

/** At most `count` events that `matches` accepts of a `ring` whose oldest is overwritten first, and whose next goes to `next`. */
export function newestFirst(
  ring: readonly Event[],
  next: number,
  count: number,
  matches: (event: Event) => boolean,
): Event[] {
  const found: Event[] = [];
  const size = ring.length;
  for (let age = 1; age <= size && found.length < count; age++) {
    const event = ring[(next - age + size) % size];
    if (event !== undefined && matches(event)) found.push(event);
  }
  return found;
}
