const HOUR = 3600;
const DAY = 86_400;
/** 1 January 1970 was a Thursday, the fourth day after Sunday. */
const WEEKDAY_OF_DAY_0 = 4;

/**
 * Seconds by which the realm's clock is ahead of UTC at the Unix time `unix`: 3600 for Berlin in winter, 7200 in
 * summer. A function, because it changes with daylight-saving time.
 */
export type OffsetAt = (unix: number) => number;

/**
 * The number of the realm's day that the Unix time `unix` lies in, 0 for 1 January 1970. A day begins at `resetHour`,
 * 0 to 23, by the realm's clock; an hour that the clock leaves out or shows twice makes the day 23 or 25 hours long.
 */
export function dayNumber(unix: number, resetHour: number, offsetAt: OffsetAt): number {
  return Math.floor((unix + offsetAt(unix) - resetHour * HOUR) / DAY);
}

/**
 * The first second of a day. Searched for: where the clock skips the reset hour there is no moment to calculate, and
 * where it shows it twice there are two. Offsets are less than a day, so the bounds hold the moment for certain.
 */
function startOfDay(day: number, resetHour: number, offsetAt: OffsetAt): number {
  const roughly = day * DAY + resetHour * HOUR;
  let before = roughly - DAY;
  let reached = roughly + DAY;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (dayNumber(middle, resetHour, offsetAt) < day) before = middle;
    else reached = middle;
  }
  return reached;
}

/** The Unix time of the last daily reset at or before `unix`. */
export function lastDailyReset(unix: number, resetHour: number, offsetAt: OffsetAt): number {
  return startOfDay(dayNumber(unix, resetHour, offsetAt), resetHour, offsetAt);
}

/** The Unix time of the first daily reset after `unix`. */
export function nextDailyReset(unix: number, resetHour: number, offsetAt: OffsetAt): number {
  return startOfDay(dayNumber(unix, resetHour, offsetAt) + 1, resetHour, offsetAt);
}

/** The number of the day that the last weekly reset began. */
function firstDayOfWeek(unix: number, resetWeekday: number, resetHour: number, offsetAt: OffsetAt): number {
  const day = dayNumber(unix, resetHour, offsetAt);
  return day - ((day + WEEKDAY_OF_DAY_0 + 7 - resetWeekday) % 7);
}

/**
 * The Unix time of the last weekly reset at or before `unix`, from 2 January 1970 on.
 *
 * @param resetWeekday 0 for Sunday to 6 for Saturday, as the cores count.
 */
export function lastWeeklyReset(
  unix: number,
  resetWeekday: number,
  resetHour: number,
  offsetAt: OffsetAt,
): number {
  return startOfDay(firstDayOfWeek(unix, resetWeekday, resetHour, offsetAt), resetHour, offsetAt);
}
