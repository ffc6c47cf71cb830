import type { CalendarKind } from "../../../shared/catalog/outbox-kinds";
import { EventType } from "../../../shared/catalog/event-types";
import type { EventInput } from "../../../shared/events/event";
import type { EventBus } from "../../../shared/events/event-bus";

const EVENTS: Readonly<Record<CalendarKind, (this: void, occasion: number) => EventInput>> = {
  daily_reset: () => ({ type: EventType.DAILY_RESET }),
  weekly_reset: () => ({ type: EventType.WEEKLY_RESET }),
  season_start: (season) => ({ type: EventType.SEASON_START, data: { season_id: season } }),
  season_end: (season) => ({ type: EventType.SEASON_END, data: { season_id: season } }),
};

/**
 * Publishes what the bridge has found due.
 *
 * @param occasion The season's id, or the Unix time of the reset.
 */
export function publishCalendarEvent(bus: EventBus, kind: CalendarKind, occasion: number): void {
  bus.Publish(EVENTS[kind](occasion));
}
