import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { BROADCASTS } from "../../../shared/systems/priorities";
import type { SystemRegistry } from "../../../shared/systems/system-registry";

/** Turns the events that the document's ISystem has methods for into broadcasts of the registry. */
export function startSystemBroadcasts(bus: EventBus, systems: SystemRegistry): void {
  bus.Subscribe(EventType.PLAYER_LOGIN, (event) => systems.BroadcastPlayerLogin(event.player), BROADCASTS);
  bus.Subscribe(EventType.PLAYER_LOGOUT, (event) => systems.BroadcastPlayerLogout(event.player), BROADCASTS);
  bus.Subscribe(EventType.DAILY_RESET, () => systems.BroadcastDailyReset(), BROADCASTS);
  bus.Subscribe(EventType.WEEKLY_RESET, () => systems.BroadcastWeeklyReset(), BROADCASTS);
  bus.Subscribe(
    EventType.SEASON_END,
    (event) => systems.BroadcastSeasonEnd(event.Get("season_id", 0)),
    BROADCASTS,
  );
}
