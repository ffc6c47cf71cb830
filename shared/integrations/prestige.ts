import { EventType } from "../catalog/event-types";
import type { Event } from "../events/event";
import { type LevelCurve, xpForLevel } from "../progress/level-curve";
import type { System } from "../systems/system";
import { checkExperience } from "./check-experience";
import { type IntegrationContext, withXPBonus } from "./integration";

const SOURCE = "prestige";

/** The document's prestige: the level in the profile, an unlock at 5, 10 and 20, and item-upgrade capacity for each. */
export class PrestigeIntegration implements System {
  constructor(private readonly context: IntegrationContext) {}

  GetName(): string {
    return SOURCE;
  }

  Initialize(): void {
    this.context.bus.Subscribe(EventType.PRESTIGE_LEVEL_UP, (event) => this.OnPrestigeUp(event));
  }

  /**
   * Gives prestige experience to any player, and publishes PRESTIGE_LEVEL_UP for each level that it leads to. A wrong argument is
   * an error at the caller's line.
   *
   * @param amount Whole, 0 to 2^53 - 1, without the player's bonuses; 0 gives nothing.
   */
  AddXP(guid: number, amount: number): void {
    const complaint = checkExperience(guid, amount);
    if (complaint !== undefined) error(`${this.GetName()}: AddXP: ${complaint}`, 2);
    this.give(guid, amount);
  }

  /** The same for those who know that their arguments are right: an amount of 0 is a setting that is switched off. */
  give(guid: number, amount: number): void {
    const xp = withXPBonus(this.context, guid, this.GetName(), amount);
    if (xp <= 0) return;
    this.context.profiles.IncrementStat(guid, "prestige_xp", xp, SOURCE);
    this.context.whenLoaded(guid, "prestige level", () => this.raiseLevel(guid));
  }

  private OnPrestigeUp(event: Event<"PRESTIGE_LEVEL_UP">): void {
    const { profiles, settings } = this.context;
    const level = event.Get("prestige_level", 0);
    profiles.SetStat(event.player, "prestige_level", level, SOURCE);
    this.grantMilestone(event.player, level);
    if (settings.prestige_capacity > 0) {
      profiles.IncrementStat(event.player, "item_upgrade_capacity", settings.prestige_capacity, SOURCE);
    }
  }

  private curve(): LevelCurve {
    const { settings } = this.context;
    return {
      base: settings.prestige_level_base_xp,
      growth: settings.prestige_level_growth_xp,
      maximumLevel: settings.prestige_level_maximum,
    };
  }

  /** The level itself is set by `OnPrestigeUp`, as for a level that another script gives. */
  private raiseLevel(guid: number): void {
    const { bus, profiles } = this.context;
    const curve = this.curve();
    let level = profiles.GetStat(guid, "prestige_level");
    while (level < curve.maximumLevel) {
      level++;
      const needed = xpForLevel(curve, level);
      if (profiles.GetStat(guid, "prestige_xp") < needed) return;
      profiles.IncrementStat(guid, "prestige_xp", -needed, SOURCE);
      bus.Publish({ type: EventType.PRESTIGE_LEVEL_UP, player: guid, data: { prestige_level: level } });
    }
  }

  private grantMilestone(guid: number, level: number): void {
    const { profiles, settings } = this.context;
    if (level === 5) profiles.GrantUnlock(guid, "title", settings.title_veteran, SOURCE);
    else if (level === 10) profiles.GrantUnlock(guid, "mount", settings.mount_prestige, SOURCE);
    else if (level === 20) profiles.GrantUnlock(guid, "cosmetic", settings.cosmetic_legendary_aura, SOURCE);
  }
}
