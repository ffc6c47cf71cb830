/** What a login means for the days in a row with a login. */
export type StreakStep = "same day" | "next day" | "broken";

/** The days in a row after a login that is `step`, when there were `days` before it. The day itself counts. */
export function streakAfter(days: number, step: StreakStep): number {
  if (step === "next day") return days + 1;
  return step === "same day" && days > 0 ? days : 1;
}
