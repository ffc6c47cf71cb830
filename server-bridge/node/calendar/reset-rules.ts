import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import { lastDailyReset, lastWeeklyReset, nextDailyReset, type OffsetAt } from "../../../shared/time/resets";
import type { Settings } from "../config/settings";
import { offsetsOf } from "./time-zone";

/** When a realm's days and weeks begin. */
export interface ResetRules {
  readonly offsetAt: OffsetAt;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number;
}

export type Resets = Omit<RealmCalendar, "seasonId">;

export function resetRulesOf(
  settings: Pick<Settings, "timeZone" | "dailyResetHour" | "weeklyResetDay">,
): ResetRules {
  return {
    offsetAt: offsetsOf(settings.timeZone),
    hour: settings.dailyResetHour,
    weekday: settings.weeklyResetDay,
  };
}

/** The resets around the Unix time `now`. */
export function resetsAround(now: number, { offsetAt, hour, weekday }: ResetRules): Resets {
  const dailyReset = lastDailyReset(now, hour, offsetAt);
  return {
    previousDailyReset: lastDailyReset(dailyReset - 1, hour, offsetAt),
    dailyReset,
    nextDailyReset: nextDailyReset(now, hour, offsetAt),
    weeklyReset: lastWeeklyReset(now, weekday, hour, offsetAt),
  };
}
