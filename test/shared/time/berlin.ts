import type { OffsetAt } from "../../../shared/time/resets";

/** When Europe/Berlin's offset changes in 2026, 01:00 UTC on the last Sundays of March and October (IANA tz database). */
export const SUMMER_TIME_BEGINS = 1774746000;
export const SUMMER_TIME_ENDS = 1792890000;

const CENTRAL_EUROPEAN_TIME = 3600;
const CENTRAL_EUROPEAN_SUMMER_TIME = 7200;

export const berlin: OffsetAt = (unix) =>
  unix >= SUMMER_TIME_BEGINS && unix < SUMMER_TIME_ENDS
    ? CENTRAL_EUROPEAN_SUMMER_TIME
    : CENTRAL_EUROPEAN_TIME;

export const utc: OffsetAt = () => 0;

export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** Unix time of a civil date and time in UTC (Howard Hinnant, days_from_civil), for dates from March 2000 on. */
export function at(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  const shiftedYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400);
  const days = shiftedYear * 365 + leapDays + dayOfYear - 719468;
  return days * DAY + hour * HOUR + minute * 60 + second;
}
