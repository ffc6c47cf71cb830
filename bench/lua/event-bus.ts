/** The project's bus as `hand-written-bus.lua` has it: `Subscribe` and `Publish` functions for the bench's loop. */
import { EventBus } from "../../shared/events/event-bus";
import type { EventInput } from "../../shared/events/event";
import type { EventHandler } from "../../shared/events/subscription";

const bus = new EventBus({ now: () => 1700000000, report: () => {} });

export function Subscribe(type: string, handler: EventHandler): void {
  bus.Subscribe(type, handler);
}

export function Publish(event: EventInput): void {
  bus.Publish(event);
}
