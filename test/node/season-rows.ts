import { execute, type Queryable, select } from "../../server-bridge/node/database/query";
import { utc } from "./calendar-under-test";

/** As an admin enters a time: "2026-07-01 10:00" in UTC, or none. */
function time(text: string | null): string {
  return text === null ? "NULL" : `FROM_UNIXTIME(${utc(text)})`;
}

/** Enters the season, in place of an earlier row of the same id. */
export async function enterSeason(
  on: Queryable,
  id: number,
  startsAt: string | null,
  endsAt: string | null,
): Promise<void> {
  const values = `${id}, 'Season ${id}', ${time(startsAt)}, ${time(endsAt)}`;
  await execute(on, `REPLACE INTO dc_seasons VALUES (${values})`);
}

/** The season that runs in realm 1; 0 for none. */
export async function runningSeason(on: Queryable): Promise<unknown> {
  const [row] = await select(on, "SELECT season_id FROM dc_calendar WHERE realm_id = 1");
  return row?.season_id;
}
