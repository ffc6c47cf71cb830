import type { Event } from "./event";

/** The last `capacity` events, oldest overwritten first. Adding allocates nothing once the ring is full. */
export class HistoryRing {
  private events: Event[] = [];
  /** Index that the next event goes to. */
  private next = 0;

  constructor(private readonly capacity: number) {}

  add(event: Event): void {
    const index = this.next;
    this.events[index] = event;
    this.next = index + 1 === this.capacity ? 0 : index + 1;
  }

  /** At most `count` events that `matches` accepts, newest first. */
  recent(count: number, matches: (event: Event) => boolean): Event[] {
    const found: Event[] = [];
    const size = this.events.length;
    for (let age = 1; age <= size && found.length < count; age++) {
      const event = this.events[(this.next - age + size) % size];
      if (event !== undefined && matches(event)) found.push(event);
    }
    return found;
  }

  clear(): void {
    this.events = [];
    this.next = 0;
  }
}
