import { EventType } from "../catalog/event-types";
import type { Event } from "../events/event";
import { calledByDot } from "../language/called-by-dot";
import { checkSource } from "../profile/check-arguments";
import { type LevelCurve, xpForLevel } from "../progress/level-curve";
import type { System } from "../systems/system";
import { checkExperience } from "./check-experience";
import { type IntegrationContext, withXPBonus } from "./integration";

const SOURCE = "prestige";

/** The document's prestige: the level in the profile, an unlock at 5, 10 and 20, and item-upgrade capacity for each. */
export class PrestigeIntegration implements System {
  /** Levels that were published and wait for the profile, by guid, in their order. */
  private readonly published: Record<number, number[] | undefined> = {};

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
   * @param source Who gives it, for the ledger, 1 to 50 bytes; "prestige" if it is left out.
   */
  AddXP(guid: number, amount: number, source = SOURCE): void {
    const complaint =
      calledByDot(this, "AddXP") ?? checkExperience(guid, amount) ?? checkSource("source", source);
    if (complaint !== undefined) error(`${SOURCE}: AddXP: ${complaint}`, 2);
    this.give(guid, amount, source);
  }

  /** The same for those who know that their arguments are right: an amount of 0 is a setting that is switched off. */
  give(guid: number, amount: number, source = SOURCE): void {
    const xp = withXPBonus(this.context, guid, this.GetName(), amount);
    if (xp <= 0) return;
    this.context.profiles.IncrementStat(guid, "prestige_xp", xp, source);
    this.context.whenLoaded(guid, "prestige level", () => this.raiseLevel(guid));
  }

  /** A level that somebody publishes. Whether it is a new one is known with the profile, and several may come before that. */
  private OnPrestigeUp(event: Event<"PRESTIGE_LEVEL_UP">): void {
    const guid = event.player;
    const levels = (this.published[guid] ??= []);
    levels.push(event.Get("prestige_level", 0));
    this.context.whenLoaded(guid, "published prestige levels", () => {
      this.published[guid] = undefined;
      for (const level of levels) this.reach(guid, level);
    });
  }

  /** Sets the level and gives what comes with it. A level that is not above the player's own changes nothing. */
  private reach(guid: number, level: number): void {
    const { profiles, settings } = this.context;
    if (level <= profiles.GetStat(guid, "prestige_level")) return;
    profiles.SetStat(guid, "prestige_level", level, SOURCE);
    this.grantMilestone(guid, level);
    if (settings.prestige_capacity > 0) {
      profiles.IncrementStat(guid, "item_upgrade_capacity", settings.prestige_capacity, SOURCE);
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

  /**
   * The level is there before anybody hears of it: handlers may give experience, and those of this system may be switched off,
   * which must not take experience for nothing.
   */
  private raiseLevel(guid: number): void {
    const { bus, profiles } = this.context;
    const curve = this.curve();
    let prestige_level = profiles.GetStat(guid, "prestige_level") + 1;
    while (prestige_level <= curve.maximumLevel) {
      const needed = xpForLevel(curve, prestige_level);
      if (profiles.GetStat(guid, "prestige_xp") < needed) return;
      profiles.IncrementStat(guid, "prestige_xp", -needed, SOURCE);
      this.reach(guid, prestige_level);
      bus.Publish({ type: EventType.PRESTIGE_LEVEL_UP, player: guid, data: { prestige_level } });
      prestige_level = profiles.GetStat(guid, "prestige_level") + 1;
    }
  }

  private grantMilestone(guid: number, level: number): void {
    const { profiles, settings } = this.context;
    if (level === 5) profiles.GrantUnlock(guid, "title", settings.title_veteran, SOURCE);
    else if (level === 10) profiles.GrantUnlock(guid, "mount", settings.mount_prestige, SOURCE);
    else if (level === 20) profiles.GrantUnlock(guid, "cosmetic", settings.cosmetic_legendary_aura, SOURCE);
  }
}
