import { EventType } from "../catalog/event-types";
import type { Event } from "../events/event";
import { calledByDot } from "../language/called-by-dot";
import { checkSource } from "../profile/check-arguments";
import { levelFor, type LevelCurve } from "../progress/level-curve";
import { AFTER_BROADCASTS, BEFORE_SCRIPTS } from "../systems/priorities";
import type { System } from "../systems/system";
import { checkExperience } from "./check-experience";
import { type IntegrationContext, withXPBonus } from "./integration";

const SOURCE = "seasons";

/**
 * The document's season pass: season experience for dungeons, bosses, player kills and quests. The experience is the
 * currency `currency_season_xp`, so it is in the wallet, the ledger and on the addon like any other.
 */
export class SeasonPassIntegration implements System {
  constructor(private readonly context: IntegrationContext) {}

  GetName(): string {
    return SOURCE;
  }

  Initialize(): void {
    const { bus, settings } = this.context;
    bus.Subscribe(EventType.DUNGEON_COMPLETE, (event) => {
      const bonus = event.Get("heroic", false) ? settings.dungeon_season_xp_heroic : 0;
      this.give(event.player, settings.dungeon_season_xp + bonus, "dungeon_complete");
    });
    bus.Subscribe(EventType.BOSS_KILL, (event) => {
      const raid = event.Get("raid_boss", false);
      this.give(event.player, raid ? settings.raid_boss_season_xp : settings.boss_season_xp, "boss_kill");
    });
    bus.Subscribe(EventType.PVP_KILL, (event) => {
      this.give(event.player, settings.pvp_season_xp, "pvp_kill");
    });
    bus.Subscribe(EventType.QUEST_COMPLETE, (event) => {
      this.give(event.player, this.questXP(event.Get("quest_type", "")), "quest_complete");
    });
    bus.Subscribe(EventType.CURRENCY_GAINED, (event) => this.onCurrency(event));
    bus.Subscribe(EventType.PLAYER_LOGIN, (event) => this.onSeason(event.player), BEFORE_SCRIPTS);
    bus.Subscribe(EventType.SEASON_START, () => this.everybodyEnters(), BEFORE_SCRIPTS);
    bus.Subscribe(EventType.SEASON_END, () => this.everybodyEnters(), AFTER_BROADCASTS);
  }

  /**
   * Gives season experience to any player; publishes CURRENCY_GAINED. A wrong argument is an error at the caller's line.
   *
   * @param amount Whole, 0 to 2^53 - 1, without the player's bonuses; 0 gives nothing.
   * @param source Who gives it, for the ledger, 1 to 50 bytes.
   */
  AddXP(guid: number, amount: number, source: string): void {
    const complaint =
      calledByDot(this, "AddXP") ?? checkExperience(guid, amount) ?? checkSource("source", source);
    if (complaint !== undefined) error(`${SOURCE}: AddXP: ${complaint}`, 2);
    this.give(guid, amount, source);
  }

  /** The season that runs, 0 if none does, or the bridge has not told yet. */
  GetSeason(): number {
    return this.context.calendar()?.seasonId ?? 0;
  }

  /** The same as `AddXP` for those who know that their arguments are right: an amount of 0 is a setting that is switched off. */
  give(guid: number, amount: number, source: string): void {
    const xp = withXPBonus(this.context, guid, this.GetName(), amount);
    if (xp > 0) this.context.profiles.AddCurrency(guid, this.context.settings.currency_season_xp, xp, source);
  }

  private questXP(questType: string): number {
    const { settings } = this.context;
    if (questType === "daily") return settings.quest_season_xp_daily;
    if (questType === "weekly") return settings.quest_season_xp_weekly;
    if (questType === "chain") return settings.quest_season_xp_chain;
    return settings.quest_season_xp;
  }

  private curve(): LevelCurve {
    const { settings } = this.context;
    return {
      base: settings.season_level_base_xp,
      growth: settings.season_level_growth_xp,
      maximumLevel: settings.season_level_maximum,
    };
  }

  private onCurrency(event: Event<"CURRENCY_GAINED">): void {
    const guid = event.player;
    if (event.Get("currency_type", 0) !== this.context.settings.currency_season_xp) return;
    this.context.whenLoaded(guid, "season level", () => this.raiseLevel(guid));
  }

  private onSeason(guid: number): void {
    this.context.whenLoaded(guid, "season", () => this.enterSeason(guid));
  }

  /** The level follows from the season's experience; it never falls within a season, also when the curve is changed. */
  private raiseLevel(guid: number): void {
    const { bus, profiles, settings } = this.context;
    const old_rank = profiles.GetStat(guid, "season_pass_level");
    const new_rank = levelFor(this.curve(), profiles.GetCurrency(guid, settings.currency_season_xp));
    if (new_rank <= old_rank) return;
    profiles.SetStat(guid, "season_pass_level", new_rank, SOURCE);
    const season_id = profiles.GetStat(guid, "current_season_id");
    const data = { season_id, old_rank, new_rank };
    bus.Publish({ type: EventType.SEASON_RANK_CHANGE, player: guid, data });
  }

  private everybodyEnters(): void {
    for (const guid of this.context.online()) this.onSeason(guid);
  }

  /**
   * Begins the season that runs now for a player who was in another: level, premium pass and experience start anew. Where none
   * runs, what the player has stays until another begins: a season may be away for a moment by an admin's slip.
   */
  private enterSeason(guid: number): void {
    const { profiles, settings } = this.context;
    const season = this.GetSeason();
    if (season === 0 || season === profiles.GetStat(guid, "current_season_id")) return;
    profiles.SetStat(guid, "current_season_id", season, SOURCE);
    profiles.SetStat(guid, "season_pass_level", 0, SOURCE);
    profiles.SetStat(guid, "season_pass_premium", 0, SOURCE);
    const left = profiles.GetCurrency(guid, settings.currency_season_xp);
    if (left > 0) profiles.SpendCurrency(guid, settings.currency_season_xp, left, "season_end");
  }
}
