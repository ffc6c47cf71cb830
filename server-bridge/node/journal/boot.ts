import type { Pool, PoolConnection } from "../database/pool";
import { type Queryable, type Row, select, wholeNumber } from "../database/query";
import { literal } from "../database/statement-text";

/** One start of a realm's Lua, locked for this transaction. */
export interface ClaimedBoot {
  readonly id: number;
  readonly realm: number;
  readonly acknowledged: number;
  /** Seconds since the realm last said that it is there. */
  readonly silentFor: number;
}

/** The boots that have rows in the queue, one index dive each: a DISTINCT may read the whole backlog. */
async function bootsInQueue(on: Queryable): Promise<number[]> {
  const boots: number[] = [];
  const sql = "SELECT boot_id FROM dc_journal WHERE boot_id > ? ORDER BY boot_id LIMIT 1";
  for (let last = 0; ;) {
    const [row] = await select(on, sql, [last]);
    if (row === undefined) return boots;
    last = wholeNumber(row.boot_id);
    boots.push(last);
  }
}

function oldestOfEachRealm(boots: readonly Row[]): number[] {
  const realms = new Set<unknown>();
  const oldest: number[] = [];
  for (const boot of boots) {
    if (realms.has(boot.realm_id)) continue;
    realms.add(boot.realm_id);
    oldest.push(wholeNumber(boot.boot_id));
  }
  return oldest;
}

/** The boots whose queue may be worked on now: of each realm the oldest that has rows. */
export async function findDueBoots(pool: Pool): Promise<number[]> {
  const boots = await bootsInQueue(pool);
  if (boots.length === 0) return [];
  const ids = boots.map(literal).join(",");
  return oldestOfEachRealm(
    await select(pool, `SELECT boot_id, realm_id FROM dc_boot WHERE boot_id IN (${ids}) ORDER BY boot_id`),
  );
}

/** The boots that have rows in the queue and no row in `dc_boot`: nobody applies their operations. */
export async function findUnknownBoots(on: Queryable): Promise<number[]> {
  const boots = await bootsInQueue(on);
  if (boots.length === 0) return [];
  const rows = await select(
    on,
    `SELECT boot_id FROM dc_boot WHERE boot_id IN (${boots.map(literal).join(",")})`,
  );
  const known = new Set(rows.map((row) => wholeNumber(row.boot_id)));
  return boots.filter((boot) => !known.has(boot));
}

/** Locks the boot for this transaction; undefined if another bridge is working on it. */
export async function claimBoot(connection: PoolConnection, id: number): Promise<ClaimedBoot | undefined> {
  const [row] = await select(
    connection,
    `SELECT realm_id, acknowledged, GREATEST(0, TIMESTAMPDIFF(SECOND, seen_at, CURRENT_TIMESTAMP)) AS silent
     FROM dc_boot WHERE boot_id = ? FOR UPDATE SKIP LOCKED`,
    [id],
  );
  if (row === undefined) return undefined;
  return {
    id,
    realm: wholeNumber(row.realm_id),
    acknowledged: wholeNumber(row.acknowledged),
    silentFor: wholeNumber(row.silent),
  };
}

/** Whether the realm has started again since this boot. */
export async function isSuperseded(connection: PoolConnection, boot: ClaimedBoot): Promise<boolean> {
  const sql = "SELECT boot_id FROM dc_boot WHERE realm_id = ? AND boot_id > ? LIMIT 1";
  const newer = await select(connection, sql, [boot.realm, boot.id]);
  return newer.length > 0;
}

/**
 * Whether what is missing in the boot's queue can be given up: the realm has started again since, and the connections
 * of the old start have been silent for `graceSeconds`, so that nothing of theirs is on its way any more.
 */
export async function mayPassGaps(
  connection: PoolConnection,
  boot: ClaimedBoot,
  graceSeconds: number,
): Promise<boolean> {
  return boot.silentFor >= graceSeconds && (await isSuperseded(connection, boot));
}
