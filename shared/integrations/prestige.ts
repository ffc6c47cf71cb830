import { EventType } from "../catalog/event-types";
import type { Event } from "../events/event";
import type { IntegrationContext } from "./integration";

const SOURCE = "prestige";

/** The document's prestige: the level in the profile, an unlock at 5, 10 and 20, and item-upgrade capacity for each. */
export class PrestigeIntegration {
  constructor(private readonly context: IntegrationContext) {}

  Initialize(): void {
    this.context.bus.Subscribe(EventType.PRESTIGE_LEVEL_UP, (event) => this.OnPrestigeUp(event));
  }

  private OnPrestigeUp(event: Event<"PRESTIGE_LEVEL_UP">): void {
    const { profiles, settings } = this.context;
    const level = event.Get("prestige_level", 0);
    profiles.SetStat(event.player, "prestige_level", level);
    this.grantMilestone(event.player, level);
    if (settings.prestige_capacity > 0) {
      profiles.IncrementStat(event.player, "item_upgrade_capacity", settings.prestige_capacity);
    }
  }

  /** Prestige experience, which counts towards the next level. */
  AddXP(guid: number, amount: number): void {
    if (amount > 0) this.context.profiles.IncrementStat(guid, "prestige_xp", amount);
  }

  private grantMilestone(guid: number, level: number): void {
    const { profiles, settings } = this.context;
    if (level === 5) profiles.GrantUnlock(guid, "title", settings.title_veteran, SOURCE);
    else if (level === 10) profiles.GrantUnlock(guid, "mount", settings.mount_prestige, SOURCE);
    else if (level === 20) profiles.GrantUnlock(guid, "cosmetic", settings.cosmetic_legendary_aura, SOURCE);
  }
}
