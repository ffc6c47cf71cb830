import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import { lastDailyReset, lastWeeklyReset, nextDailyReset, type OffsetAt } from "../../../shared/time/resets";
import type { Settings } from "../config/settings";
import { nameOfZone, offsetsOf } from "./time-zone";

/** When a realm's days and weeks begin. */
export interface ResetRules {
  readonly offsetAt: OffsetAt;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number;
  /** All of it in words, the same on each machine where it is the same: what `reset_rules` holds. */
  readonly text: string;
}

/** When the day and the week around a moment begin and end. */
export type Resets = Omit<RealmCalendar, "seasonId">;

export function resetRulesOf(
  settings: Pick<Settings, "timeZone" | "dailyResetHour" | "weeklyResetDay">,
): ResetRules {
  const { timeZone, dailyResetHour: hour, weeklyResetDay: weekday } = settings;
  const text = `${nameOfZone(timeZone)}, hour ${hour}, weekday ${weekday}`;
  return { offsetAt: offsetsOf(timeZone), hour, weekday, text };
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
