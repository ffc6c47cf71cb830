import { dayNumber, type OffsetAt } from "./resets";

/** What a login means for the days in a row with a login. */
export type StreakStep = "same day" | "next day" | "broken";

/**
 * Judges a login at the Unix time `now` by the one before it, 0 for never. Days begin at the daily reset, so it counts
 * days of the realm and not spans of 24 hours. A clock that was set back breaks nothing.
 */
export function streakStep(
  previousLogin: number,
  now: number,
  resetHour: number,
  offsetAt: OffsetAt,
): StreakStep {
  if (previousLogin === 0) return "broken";
  const days = dayNumber(now, resetHour, offsetAt) - dayNumber(previousLogin, resetHour, offsetAt);
  if (days <= 0) return "same day";
  return days === 1 ? "next day" : "broken";
}

/** The days in a row after a login that is `step`, when there were `days` before it. The day itself counts. */
export function streakAfter(days: number, step: StreakStep): number {
  if (step === "next day") return days + 1;
  return step === "same day" && days > 0 ? days : 1;
}
