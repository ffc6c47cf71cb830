import type { PoolConnection } from "../database/pool";
import { execute, type Queryable, type Row, select, wholeNumber } from "../database/query";
import { literal } from "../database/statement-text";
import type { KeptCalendar, Occasion, Past } from "./plan";

/** A realm that has ever started, with its calendar unless no bridge has seen it yet. */
export interface RealmRow {
  readonly realm: number;
  readonly calendar: KeptCalendar | undefined;
}

/** Also the subject of the message by which a realm reads its row again. */
export const CALENDAR_TABLE = "dc_calendar";

const COLUMN_OF: Readonly<Record<keyof KeptCalendar, string>> = {
  previousDailyReset: "previous_daily_reset",
  dailyReset: "daily_reset",
  nextDailyReset: "next_daily_reset",
  weeklyReset: "weekly_reset",
  seasonId: "season_id",
  lastSeasonId: "last_season_id",
  resetRules: "reset_rules",
};
const COLUMNS = Object.values(COLUMN_OF);

function toCalendar(row: Row): KeptCalendar | undefined {
  if (row.daily_reset === null) return undefined;
  return {
    previousDailyReset: wholeNumber(row.previous_daily_reset),
    dailyReset: wholeNumber(row.daily_reset),
    nextDailyReset: wholeNumber(row.next_daily_reset),
    weeklyReset: wholeNumber(row.weekly_reset),
    seasonId: wholeNumber(row.season_id),
    lastSeasonId: wholeNumber(row.last_season_id),
    resetRules: String(row.reset_rules),
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

/** The realm's row for the caller's transaction. */
export interface LockedCalendar {
  /** Undefined if it has none yet: then nothing is locked. */
  readonly calendar: KeptCalendar | undefined;
}

/**
 * Locks the realm's calendar as it is until the transaction ends. Does not wait for somebody else who has it locked, or that realm
 * would keep the others waiting.
 *
 * @returns Undefined if somebody else has it locked.
 */
export async function lockCalendar(
  connection: PoolConnection,
  realm: number,
): Promise<LockedCalendar | undefined> {
  const ofRealm = `FROM ${CALENDAR_TABLE} WHERE realm_id = ?`;
  const sql = `SELECT ${COLUMNS.join(", ")} ${ofRealm} FOR UPDATE SKIP LOCKED`;
  const [row] = await select(connection, sql, [realm]);
  if (row !== undefined) return { calendar: toCalendar(row) };
  const isThere = (await select(connection, `SELECT realm_id ${ofRealm}`, [realm])).length > 0;
  return isThere ? undefined : { calendar: undefined };
}

/** What has happened in the realm until the Unix time `now`. */
export async function readPast(on: Queryable, realm: number, now: number): Promise<Past> {
  const started = new Set<number>();
  const ended = new Set<number>();
  const rows = await select(
    on,
    `SELECT kind, occasion FROM dc_calendar_events WHERE realm_id = ? AND kind IN ('season_start', 'season_end')
     UNION ALL
     SELECT 'daily_reset', MAX(occasion) FROM dc_calendar_events
     WHERE realm_id = ? AND kind = 'daily_reset' AND occasion <= ?`,
    [realm, realm, now],
  );
  let dailyReset = 0;
  for (const { kind, occasion } of rows) {
    if (kind === "daily_reset") dailyReset = wholeNumber(occasion);
    else (kind === "season_start" ? started : ended).add(wholeNumber(occasion));
  }
  return { started, ended, dailyReset };
}

/** A bridge that has not been seen for so many seconds is taken for gone; it says three times as often that it is there. */
const GONE_AFTER = 15;

/** Unix time at which a bridge at work was last seen that keeps calendars by `resetRules`; undefined if there is none. */
export async function lastSeenWith(on: Queryable, resetRules: string): Promise<number | undefined> {
  const [row] = await select(
    on,
    `SELECT UNIX_TIMESTAMP(MAX(seen_at)) AS seen FROM dc_bridge
     WHERE reset_rules = ? AND seen_at >= CURRENT_TIMESTAMP - INTERVAL ${GONE_AFTER} SECOND`,
    [resetRules],
  );
  return row === undefined || row.seen === null ? undefined : wholeNumber(row.seen);
}

export async function writeCalendar(
  connection: PoolConnection,
  realm: number,
  calendar: KeptCalendar,
): Promise<void> {
  const keys = Object.keys(COLUMN_OF) as (keyof KeptCalendar)[];
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
