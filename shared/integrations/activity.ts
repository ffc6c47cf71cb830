import { EventType } from "../catalog/event-types";
import type { Event } from "../events/event";
import type { System } from "../systems/system";
import { streakAfter, type StreakStep } from "../time/login-streak";
import { lastSeen, type RealmCalendar, streakStepIn } from "../time/realm-calendar";
import type { IntegrationContext } from "./integration";

/** The system's name, and the source of what it counts. */
export const ACTIVITY = "activity";

/** Keeps the counters of `dc_player_profile` that follow from events (document: Engagement, Performance). */
export class ActivitySystem implements System {
  /** Players whose last login has not been counted yet, by guid. */
  private readonly arriving: Record<number, true | undefined> = {};

  constructor(private readonly context: IntegrationContext) {}

  GetName(): string {
    return ACTIVITY;
  }

  Initialize(): void {
    const { bus, profiles } = this.context;
    bus.Subscribe(EventType.PLAYER_LOGIN, (event) => this.onLogin(event));
    bus.Subscribe(EventType.DAILY_RESET, () => {
      for (const guid of this.context.online()) this.onStay(guid);
    });
    bus.Subscribe(EventType.PLAYER_LOGOUT, (event) => {
      // While no bridge runs nobody tells of a reset.
      this.onStay(event.player);
      profiles.IncrementStat(
        event.player,
        "total_playtime_seconds",
        event.Get("session_seconds", 0),
        ACTIVITY,
      );
    });
    bus.Subscribe(EventType.BOSS_KILL, (event) => {
      profiles.IncrementStat(event.player, "total_boss_kills", 1, ACTIVITY);
    });
    bus.Subscribe(EventType.PVP_KILL, (event) => {
      profiles.IncrementStat(event.player, "total_pvp_kills", 1, ACTIVITY);
    });
    bus.Subscribe(EventType.DUNGEON_COMPLETE, (event) => {
      profiles.IncrementStat(event.player, "total_dungeon_completions", 1, ACTIVITY);
    });
    bus.Subscribe(EventType.ITEM_UPGRADED, (event) => {
      profiles.IncrementStat(event.player, "total_items_upgraded", 1, ACTIVITY);
    });
    bus.Subscribe(EventType.CURRENCY_GAINED, (event) => this.onCurrency(event));
  }

  private onLogin(event: Event<"PLAYER_LOGIN">): void {
    const { profiles } = this.context;
    profiles.IncrementStat(event.player, "total_logins", 1, ACTIVITY);
    this.arriving[event.player] = true;
    this.context.whenLoaded(event.player, "login", () => {
      this.arriving[event.player] = undefined;
      this.countDays(event.player);
      profiles.SetStat(event.player, "last_login", event.timestamp, ACTIVITY);
    });
  }

  /** Who is online has been there since the login, so the last reset has begun a day with them; a login counts by itself. */
  private onStay(guid: number): void {
    if (this.arriving[guid] === true) return;
    this.context.whenLoaded(guid, "stay", () => {
      const calendar = this.context.calendar();
      if (calendar === undefined || this.isCounted(guid, calendar)) return;
      // A login since then was not counted if the day was not known yet.
      const cameSince = this.lastSeen(guid, calendar) >= calendar.dailyReset;
      this.countDay(guid, calendar, cameSince ? "same day" : "next day");
    });
  }

  /** Days in a row need the realm's resets: while the bridge has not told them, they stand still. */
  private countDays(guid: number): void {
    const calendar = this.context.calendar();
    if (calendar === undefined) return;
    this.countDay(guid, calendar, streakStepIn(calendar, this.lastSeen(guid, calendar)));
  }

  private lastSeen(guid: number, calendar: RealmCalendar): number {
    const { profiles } = this.context;
    const lastDailyReset = profiles.GetStat(guid, "last_daily_reset");
    return lastSeen(calendar, profiles.GetStat(guid, "last_login"), lastDailyReset);
  }

  /** Whether the day that runs has been counted for the player. */
  private isCounted(guid: number, { dailyReset, nextDailyReset }: RealmCalendar): boolean {
    const counted = this.context.profiles.GetStat(guid, "last_daily_reset");
    return counted >= dailyReset && counted < nextDailyReset;
  }

  private countDay(guid: number, calendar: RealmCalendar, step: StreakStep): void {
    const { profiles } = this.context;
    const days = streakAfter(profiles.GetStat(guid, "consecutive_daily_logins"), step);
    profiles.SetStat(guid, "consecutive_daily_logins", days, ACTIVITY);
    if (!this.isCounted(guid, calendar)) {
      profiles.SetStat(guid, "last_daily_reset", calendar.dailyReset, ACTIVITY);
    }
  }

  private onCurrency(event: Event<"CURRENCY_GAINED">): void {
    const { profiles, settings } = this.context;
    if (event.Get("currency_type", 0) !== settings.currency_upgrade_token) return;
    profiles.IncrementStat(event.player, "total_upgrade_tokens", event.Get("amount", 0), ACTIVITY);
  }
}
