import type { Pool } from "../database/pool";
import { select, wholeNumber } from "../database/query";
import { PLAYER_TABLES, type PlayerTable } from "../journal/player-tables";
import { countRows } from "../journal/row-changes";
import type { Repeat } from "../lifecycle/repeat";
import { findLiveRealms } from "../outbox/live-realms";
import { nudgePlayers } from "../outbox/nudge";
import type { CountsByPlayer, OnlineRowCounts } from "./online-row-counts";

/** A look may take a twentieth of the time: with very many players online the looks become rarer. */
const REST_PER_LOOK = 19;

async function countOnline(pool: Pool, table: PlayerTable): Promise<Map<number, number>> {
  const rows = await select(
    pool,
    `SELECT session.player_guid, COUNT(held.player_guid) AS held
     FROM dc_session session LEFT JOIN ${table} held ON held.player_guid = session.player_guid
     GROUP BY session.player_guid`,
  );
  return new Map(rows.map((row) => [wholeNumber(row.player_guid), wholeNumber(row.held)]));
}

async function countAll(pool: Pool): Promise<CountsByPlayer> {
  const byTable = new Map<PlayerTable, Map<number, number>>();
  for (const table of PLAYER_TABLES) byTable.set(table, await countOnline(pool, table));
  const players = new Set([...byTable.values()].flatMap((counts) => [...counts.keys()]));
  return new Map(
    [...players].map((player) => [player, countRows((table) => byTable.get(table)?.get(player) ?? 0)]),
  );
}

/** Notices rows of online players that somebody deleted: unlike a change, a deletion leaves no mark in its table. */
export class DeletionWatch {
  /** On the clock of `performance.now()`. */
  private restUntil = 0;

  constructor(
    private readonly pool: Pool,
    private readonly counts: OnlineRowCounts,
    /** Seconds, see `findLiveRealms`. */
    private readonly realmLost: number,
  ) {}

  async look(): Promise<Repeat> {
    const started = performance.now();
    if (started < this.restUntil) return { again: false };
    this.counts.beginLook();
    const found = await countAll(this.pool);
    const losers = this.counts.findLosers(found);
    if (losers.length > 0)
      await nudgePlayers(this.pool, await findLiveRealms(this.pool, this.realmLost), losers);
    this.counts.adopt(found);
    const ended = performance.now();
    this.restUntil = ended + (ended - started) * REST_PER_LOOK;
    return { again: false };
  }
}
