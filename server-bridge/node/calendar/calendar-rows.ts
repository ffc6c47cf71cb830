import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import type { PoolConnection } from "../database/pool";
import { execute, type Queryable, type Row, select, wholeNumber } from "../database/query";
import { literal } from "../database/statement-text";
import type { Occasion, PastSeasons } from "./plan";

/** A realm that has ever started, with its calendar unless no bridge has seen it yet. */
export interface RealmRow {
  readonly realm: number;
  readonly calendar: RealmCalendar | undefined;
}

/** Also the subject of the message by which a realm reads its row again. */
export const CALENDAR_TABLE = "dc_calendar";

const COLUMN_OF: Readonly<Record<keyof RealmCalendar, string>> = {
  previousDailyReset: "previous_daily_reset",
  dailyReset: "daily_reset",
  nextDailyReset: "next_daily_reset",
  weeklyReset: "weekly_reset",
  seasonId: "season_id",
};
const COLUMNS = Object.values(COLUMN_OF);

function toCalendar(row: Row): RealmCalendar | undefined {
  if (row.daily_reset === null) return undefined;
  return {
    previousDailyReset: wholeNumber(row.previous_daily_reset),
    dailyReset: wholeNumber(row.daily_reset),
    nextDailyReset: wholeNumber(row.next_daily_reset),
    weeklyReset: wholeNumber(row.weekly_reset),
    seasonId: wholeNumber(row.season_id),
  };
}

export async function readRealms(on: Queryable): Promise<RealmRow[]> {
  const rows = await select(
    on,
    `SELECT realms.realm_id, ${COLUMNS.join(", ")}
     FROM (SELECT DISTINCT realm_id FROM dc_boot) realms
     LEFT JOIN ${CALENDAR_TABLE} calendar ON calendar.realm_id = realms.realm_id ORDER BY realms.realm_id`,
  );
  return rows.map((row) => ({ realm: wholeNumber(row.realm_id), calendar: toCalendar(row) }));
}

/** The realm's calendar as it is, locked until the transaction ends; undefined if it has none. */
export async function lockCalendar(
  connection: PoolConnection,
  realm: number,
): Promise<RealmCalendar | undefined> {
  const sql = `SELECT ${COLUMNS.join(", ")} FROM ${CALENDAR_TABLE} WHERE realm_id = ? FOR UPDATE`;
  const [row] = await select(connection, sql, [realm]);
  return row === undefined ? undefined : toCalendar(row);
}

export async function readPastSeasons(on: Queryable, realm: number): Promise<PastSeasons> {
  const started = new Set<number>();
  const ended = new Set<number>();
  const rows = await select(
    on,
    `SELECT kind, occasion FROM dc_calendar_events
     WHERE realm_id = ? AND kind IN ('season_start', 'season_end')`,
    [realm],
  );
  for (const row of rows) (row.kind === "season_start" ? started : ended).add(wholeNumber(row.occasion));
  return { started, ended };
}

export async function writeCalendar(
  connection: PoolConnection,
  realm: number,
  calendar: RealmCalendar,
): Promise<void> {
  const keys = Object.keys(COLUMN_OF) as (keyof RealmCalendar)[];
  const values = [realm, ...keys.map((key) => calendar[key])].map(literal).join(",");
  const changes = COLUMNS.map((column) => `${column} = VALUES(${column})`).join(", ");
  await execute(
    connection,
    `INSERT INTO ${CALENDAR_TABLE} (realm_id, ${COLUMNS.join(", ")}) VALUES (${values}) ON DUPLICATE KEY UPDATE ${changes}`,
  );
}

/** @returns Whether it had not happened before: of all bridges one gets this answer, once its transaction is committed. */
export async function noteOccasion(
  connection: PoolConnection,
  realm: number,
  { kind, occasion }: Occasion,
): Promise<boolean> {
  const inserted = await execute(
    connection,
    "INSERT IGNORE INTO dc_calendar_events (realm_id, kind, occasion) VALUES (?, ?, ?)",
    [realm, kind, occasion],
  );
  return inserted === 1;
}

/** The realm's message. It stays until the realm has taken it, however long that is. */
export async function tellOccasion(
  connection: PoolConnection,
  realm: number,
  { kind, occasion }: Occasion,
): Promise<void> {
  const sql = "INSERT INTO dc_outbox (realm_id, kind, amount) VALUES (?, ?, ?)";
  await execute(connection, sql, [realm, kind, occasion]);
}
