import { EventType } from "../catalog/event-types";
import type { Event } from "../events/event";
import { wholeProduct } from "../progress/whole-product";
import type { System } from "../systems/system";
import type { IntegrationContext } from "./integration";
import type { PrestigeIntegration } from "./prestige";
import type { SeasonPassIntegration } from "./season-pass";

const SOURCE = "mythic_plus";

/** The document's Mythic+: rating, highest key, season experience and upgrade tokens for a run; prestige for a key. */
export class MythicPlusIntegration implements System {
  readonly dependencies: readonly string[];

  constructor(
    private readonly context: IntegrationContext,
    private readonly seasonPass: SeasonPassIntegration,
    private readonly prestige: PrestigeIntegration,
  ) {
    this.dependencies = [seasonPass.GetName(), prestige.GetName()];
  }

  GetName(): string {
    return "mythicplus";
  }

  Initialize(): void {
    const { bus } = this.context;
    bus.Subscribe(EventType.MYTHIC_RUN_COMPLETE, (event) => this.OnMythicComplete(event));
    bus.Subscribe(EventType.KEYSTONE_UPGRADE, (event) => this.OnKeystoneUpgrade(event));
  }

  private OnMythicComplete(event: Event<"MYTHIC_RUN_COMPLETE">): void {
    const { profiles, settings } = this.context;
    const guid = event.player;
    const level = event.Get("level", 0);
    profiles.IncrementStat(guid, "mythic_rating", this.rating(guid, event.Get("rating_gained", 0)), SOURCE);
    this.context.whenLoaded(guid, `key ${level}`, () => this.raiseHighestKey(guid, level));
    const inTime = event.Get("in_time", false) ? settings.mythic_season_xp_in_time : 0;
    this.seasonPass.give(guid, level * settings.mythic_season_xp_per_level + inTime, SOURCE);
    const tokens = level * settings.mythic_tokens_per_level;
    if (tokens > 0) profiles.AddCurrency(guid, settings.currency_upgrade_token, tokens, SOURCE);
  }

  /** What `gained` is worth to the player. An admin switches the bonus off where the script that scores runs counts it itself. */
  private rating(guid: number, gained: number): number {
    if (this.context.settings.mythic_rating_bonus === 0) return gained;
    return wholeProduct(gained, this.context.bonus(guid, this.GetName(), "rating_bonus_percent"));
  }

  /** As a step upwards and not as a value: a level beyond what the column holds ends at its maximum. */
  private raiseHighestKey(guid: number, level: number): void {
    const { profiles } = this.context;
    const step = level - profiles.GetStat(guid, "highest_key_completed");
    if (step > 0) profiles.IncrementStat(guid, "highest_key_completed", step, SOURCE);
  }

  private OnKeystoneUpgrade(event: Event<"KEYSTONE_UPGRADE">): void {
    const { settings } = this.context;
    const steps = event.Get("new_level", 0) - settings.keystone_prestige_xp_from_level + 1;
    if (steps > 0) this.prestige.give(event.player, steps * settings.keystone_prestige_xp_per_level);
  }
}
