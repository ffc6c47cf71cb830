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

/**
 * When a player was last there, as far as the profile tells: at the last login, or at the reset that began the last day which was
 * counted. A reset that is still to come was counted by a clock that was ahead.
 */
export function lastSeen(calendar: RealmCalendar, lastLogin: number, lastDailyReset: number): number {
  return lastDailyReset < calendar.nextDailyReset ? Math.max(lastLogin, lastDailyReset) : lastLogin;
}

/** What a login now means for a player who was last there at `seen` (0 for never), by the realm's own resets. */
export function streakStepIn(calendar: RealmCalendar, seen: number): StreakStep {
  if (seen === 0 || seen < calendar.previousDailyReset) return "broken";
  return seen < calendar.dailyReset ? "next day" : "same day";
}
