import { EventType } from "../catalog/event-types";
import type { IntegrationContext } from "./integration";

/**
 * The document's season pass: season experience for dungeons, bosses, player kills and quests. The experience is the
 * currency `currency_season_xp`, so it is in the wallet, the ledger and on the addon like any other.
 */
export class SeasonPassIntegration {
  constructor(private readonly context: IntegrationContext) {}

  Initialize(): void {
    const { bus, settings } = this.context;
    bus.Subscribe(EventType.DUNGEON_COMPLETE, (event) => {
      const bonus = event.Get("heroic", false) ? settings.dungeon_season_xp_heroic : 0;
      this.AddXP(event.player, settings.dungeon_season_xp + bonus, "dungeon_complete");
    });
    bus.Subscribe(EventType.BOSS_KILL, (event) => {
      const raid = event.Get("raid_boss", false);
      this.AddXP(event.player, raid ? settings.raid_boss_season_xp : settings.boss_season_xp, "boss_kill");
    });
    bus.Subscribe(EventType.PVP_KILL, (event) => {
      this.AddXP(event.player, settings.pvp_season_xp, "pvp_kill");
    });
    bus.Subscribe(EventType.QUEST_COMPLETE, (event) => {
      this.AddXP(event.player, this.questXP(event.Get("quest_type", "")), "quest_complete");
    });
  }

  /** Gives season experience; publishes CURRENCY_GAINED. An amount of 0 (a setting switched off) gives nothing. */
  AddXP(guid: number, amount: number, source: string): void {
    if (amount > 0)
      this.context.profiles.AddCurrency(guid, this.context.settings.currency_season_xp, amount, source);
  }

  private questXP(questType: string): number {
    const { settings } = this.context;
    if (questType === "daily") return settings.quest_season_xp_daily;
    if (questType === "weekly") return settings.quest_season_xp_weekly;
    if (questType === "chain") return settings.quest_season_xp_chain;
    return settings.quest_season_xp;
  }
}
