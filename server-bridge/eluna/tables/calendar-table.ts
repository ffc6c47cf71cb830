import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import { readRows, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

export function calendarStatement(realmId: number): string {
  return (
    "SELECT CAST(previous_daily_reset AS CHAR), CAST(daily_reset AS CHAR), CAST(next_daily_reset AS CHAR), " +
    `CAST(weekly_reset AS CHAR), CAST(season_id AS CHAR) FROM dc_calendar WHERE realm_id = ${sqlInteger(realmId)}`
  );
}

/** The realm's day as the bridge has written it; undefined before any bridge has. */
export function loadCalendar(realmId: number): RealmCalendar | undefined {
  const row = readRows(calendarStatement(realmId), 5)[0];
  if (row === undefined) return undefined;
  const [previous, daily, next, weekly, season] = row;
  return {
    previousDailyReset: toInteger(previous),
    dailyReset: toInteger(daily),
    nextDailyReset: toInteger(next),
    weeklyReset: toInteger(weekly),
    seasonId: toInteger(season),
  };
}
