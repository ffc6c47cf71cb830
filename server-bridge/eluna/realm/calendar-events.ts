import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";

/**
 * Publishes what the bridge has found due.
 *
 * @param kind An outbox kind of the calendar.
 * @param occasion The season's id, or the Unix time of the reset.
 */
export function publishCalendarEvent(bus: EventBus, kind: string, occasion: number): void {
  if (kind === "daily_reset") bus.Publish({ type: EventType.DAILY_RESET });
  else if (kind === "weekly_reset") bus.Publish({ type: EventType.WEEKLY_RESET });
  else if (kind === "season_start")
    bus.Publish({ type: EventType.SEASON_START, data: { season_id: occasion } });
  else if (kind === "season_end") bus.Publish({ type: EventType.SEASON_END, data: { season_id: occasion } });
}
