import type { StreakStep } from "./login-streak";

/** What a realm knows of its day, week and season: a row of `dc_calendar`, Unix seconds. */
export interface RealmCalendar {
  readonly previousDailyReset: number;
  readonly dailyReset: number;
  readonly nextDailyReset: number;
  readonly weeklyReset: number;
  /** The season that runs now, or 0. */
  readonly seasonId: number;
}

/** A day of the fallback, when no bridge has told the next reset: it may be an hour off around a change of the clocks. */
const DAY = 86400;

/** The calendar at `now`, for a realm whose bridge has been silent over a reset. */
export function rollForward(calendar: RealmCalendar, now: number): RealmCalendar {
  if (now < calendar.nextDailyReset) return calendar;
  const days = Math.floor((now - calendar.nextDailyReset) / DAY);
  const dailyReset = calendar.nextDailyReset + days * DAY;
  return {
    previousDailyReset: days === 0 ? calendar.dailyReset : dailyReset - DAY,
    dailyReset,
    nextDailyReset: dailyReset + DAY,
    weeklyReset: calendar.weeklyReset,
    seasonId: calendar.seasonId,
  };
}

/** What a login now means for a player whose last one was at `previousLogin` (0 for never), by the realm's own resets. */
export function streakStepIn(calendar: RealmCalendar, previousLogin: number): StreakStep {
  if (previousLogin === 0 || previousLogin < calendar.previousDailyReset) return "broken";
  return previousLogin < calendar.dailyReset ? "next day" : "same day";
}
