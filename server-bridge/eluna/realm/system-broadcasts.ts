import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { SystemRegistry } from "../../../shared/systems/system-registry";

/** Systems hear of an event after all its ordinary subscribers. */
const LAST = -1000;

/** Turns the events that the document's ISystem has methods for into broadcasts of the registry. */
export function startSystemBroadcasts(bus: EventBus, systems: SystemRegistry): void {
  bus.Subscribe(EventType.PLAYER_LOGIN, (event) => systems.BroadcastPlayerLogin(event.player), LAST);
  bus.Subscribe(EventType.PLAYER_LOGOUT, (event) => systems.BroadcastPlayerLogout(event.player), LAST);
  bus.Subscribe(EventType.DAILY_RESET, () => systems.BroadcastDailyReset(), LAST);
  bus.Subscribe(EventType.WEEKLY_RESET, () => systems.BroadcastWeeklyReset(), LAST);
  bus.Subscribe(EventType.SEASON_END, (event) => systems.BroadcastSeasonEnd(event.Get("season_id", 0)), LAST);
}
