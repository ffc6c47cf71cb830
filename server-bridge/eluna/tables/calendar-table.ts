import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import { readTable, type TableQuery, tableQuery, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

export function calendarQuery(realmId: number): TableQuery {
  return tableQuery(
    ["previous_daily_reset", "daily_reset", "next_daily_reset", "weekly_reset", "season_id"],
    `dc_calendar WHERE realm_id = ${sqlInteger(realmId)}`,
  );
}

/**
 * The realm's day as the bridge has written it, as a list of one, empty before any bridge has; undefined if the database did not
 * answer.
 */
export function loadCalendars(realmId: number): RealmCalendar[] | undefined {
  return readTable(calendarQuery(realmId))?.map(([previous, daily, next, weekly, season]) => ({
    previousDailyReset: toInteger(previous),
    dailyReset: toInteger(daily),
    nextDailyReset: toInteger(next),
    weeklyReset: toInteger(weekly),
    seasonId: toInteger(season),
  }));
}
