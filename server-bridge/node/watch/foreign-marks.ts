import type { Pool, PoolConnection } from "../database/pool";
import { execute, type Row, select, wholeNumber } from "../database/query";
import { inChunks, KEYS_PER_STATEMENT, literal } from "../database/statement-text";
import { transaction } from "../database/transaction";
import type { Repeat } from "../lifecycle/repeat";
import { findLiveRealms } from "../outbox/live-realms";
import { nudgeEveryone, nudgePlayers } from "../outbox/nudge";
import type { OnlineRowCounts } from "./online-row-counts";

/** More players than this at once are one message to read everybody. */
const PLAYERS_WORTH_NAMING = 1000;
/** Marks that one transaction clears when everybody is read anyway. */
const MARKS_PER_CLEARING = 10_000;

/** The tables that carry marks, with their keys. */
const MARKED_TABLES = [
  { table: "dc_player_profile", keys: ["player_guid"] },
  { table: "dc_player_currencies", keys: ["player_guid", "currency_id"] },
  { table: "dc_player_unlocks", keys: ["player_guid", "unlock_type", "unlock_id"] },
] as const;

type MarkedTable = (typeof MARKED_TABLES)[number];

async function isAnythingMarked(pool: Pool): Promise<boolean> {
  const looks = MARKED_TABLES.map(
    ({ table }) => `EXISTS (SELECT 1 FROM ${table} FORCE INDEX (idx_foreign) WHERE foreign_at IS NOT NULL)`,
  );
  const [row] = await select(pool, `SELECT ${looks.join(" OR ")} AS marked`);
  return wholeNumber(row?.marked) === 1;
}

/** Locks marked rows. Those that somebody is writing to are left for the next look. */
async function lockMarked(connection: PoolConnection, { table, keys }: MarkedTable): Promise<Row[]> {
  return select(
    connection,
    `SELECT ${keys.join(", ")} FROM ${table} FORCE INDEX (idx_foreign) WHERE foreign_at IS NOT NULL
     LIMIT ${PLAYERS_WORTH_NAMING + 1} FOR UPDATE SKIP LOCKED`,
  );
}

function conditionOf(row: Row, { keys }: MarkedTable): string {
  return `(${keys.map((key) => `${key} = ${literal(keyValue(row[key]))}`).join(" AND ")})`;
}

function keyValue(value: unknown): number | string {
  return typeof value === "string" ? value : wholeNumber(value);
}

async function clearMarks(
  connection: PoolConnection,
  marked: MarkedTable,
  rows: readonly Row[],
): Promise<void> {
  for (const chunk of inChunks(rows, KEYS_PER_STATEMENT)) {
    const condition = chunk.map((row) => conditionOf(row, marked)).join(" OR ");
    await execute(connection, `UPDATE ${marked.table} SET foreign_at = NULL WHERE ${condition}`);
  }
}

/** Clears marks without reading them. @returns Whether there may be more. */
async function clearManyMarks(connection: PoolConnection): Promise<boolean> {
  let more = false;
  for (const { table } of MARKED_TABLES) {
    const cleared = await execute(
      connection,
      `UPDATE ${table} SET foreign_at = NULL WHERE foreign_at IS NOT NULL LIMIT ${MARKS_PER_CLEARING}`,
    );
    more ||= cleared === MARKS_PER_CLEARING;
  }
  return more;
}

/**
 * Takes the marks of foreign changes off and tells the realms, in one transaction: the mark goes when the message is
 * there, and the realm finds in the tables at least what was there when the mark went.
 */
async function takeMarks(
  connection: PoolConnection,
  realmLost: number,
  counts: OnlineRowCounts,
): Promise<Repeat> {
  const realms = await findLiveRealms(connection, realmLost);
  const players = new Set<number>();
  const found: { marked: MarkedTable; rows: Row[] }[] = [];
  for (const marked of MARKED_TABLES) {
    const rows = await lockMarked(connection, marked);
    for (const row of rows) players.add(wholeNumber(row.player_guid));
    found.push({ marked, rows });
  }
  if (players.size > PLAYERS_WORTH_NAMING) {
    const again = await clearManyMarks(connection);
    await nudgeEveryone(connection, realms);
    return { again };
  }
  for (const { marked, rows } of found) await clearMarks(connection, marked, rows);
  await nudgePlayers(connection, realms, [...players]);
  counts.noteForeignWrites(players);
  return { again: found.some(({ rows }) => rows.length > PLAYERS_WORTH_NAMING) };
}

/** One look for rows that somebody else inserted or changed. */
export async function watchMarks(pool: Pool, realmLost: number, counts: OnlineRowCounts): Promise<Repeat> {
  if (!(await isAnythingMarked(pool))) return { again: false };
  return transaction(pool, (connection) => takeMarks(connection, realmLost, counts));
}
