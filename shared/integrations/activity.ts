import { EventType } from "../catalog/event-types";
import type { IntegrationContext } from "./integration";

/** Keeps the counters of `dc_player_profile` that follow from one event each (document: Engagement, Performance). */
export function startActivity({ bus, profiles }: IntegrationContext): void {
  bus.Subscribe(EventType.PLAYER_LOGIN, (event) => {
    profiles.IncrementStat(event.player, "total_logins");
    profiles.SetStat(event.player, "last_login", event.timestamp);
  });
  bus.Subscribe(EventType.BOSS_KILL, (event) => {
    profiles.IncrementStat(event.player, "total_boss_kills");
  });
  bus.Subscribe(EventType.PVP_KILL, (event) => {
    profiles.IncrementStat(event.player, "total_pvp_kills");
  });
  bus.Subscribe(EventType.DUNGEON_COMPLETE, (event) => {
    profiles.IncrementStat(event.player, "total_dungeon_completions");
  });
  bus.Subscribe(EventType.ITEM_UPGRADED, (event) => {
    profiles.IncrementStat(event.player, "total_items_upgraded");
  });
}
