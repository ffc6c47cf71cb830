import type { Complaint } from "../../../shared/profile/check-operation";
import type { Season } from "../../../shared/time/season-calendar";
import type { Fault } from "../admin-tables/admin-table";
import { type Queryable, type Row, select, wholeNumber } from "../database/query";

interface NamedSeason extends Season {
  readonly name: string;
}

/** What `dc_seasons` holds: the seasons that count, and what is wrong with rows. */
export interface ReadSeasons {
  readonly seasons: readonly Season[];
  readonly faults: Fault[];
}

/** NULL comes as 0, which no season can begin or end with. */
function toSeason(row: Row): NamedSeason {
  return {
    season_id: wholeNumber(row.season_id),
    name: String(row.name),
    starts_at: wholeNumber(row.starts_at),
    ends_at: wholeNumber(row.ends_at),
  };
}

function inWords(unix: number): string {
  return unix === 0 ? "never" : `${new Date(unix * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** What keeps a season from taking place. */
function judge({ season_id, starts_at, ends_at }: Season): Complaint {
  if (season_id === 0) return "season_id 0 means that no season runs";
  if (starts_at === 0) return "starts_at is NULL, so it never starts";
  if (ends_at !== 0 && starts_at >= ends_at) {
    return `starts_at (${inWords(starts_at)}) is not before ends_at (${inWords(ends_at)})`;
  }
  return undefined;
}

function overlap(left: Season, right: Season): boolean {
  const leftEnd = left.ends_at === 0 ? Infinity : left.ends_at;
  const rightEnd = right.ends_at === 0 ? Infinity : right.ends_at;
  return left.starts_at < rightEnd && right.starts_at < leftEnd;
}

/** Of seasons that overlap both take place: which one runs is the shared rule's matter, and the admin's to repair. */
function judgeOverlap(season: NamedSeason, earlier: readonly NamedSeason[]): Complaint {
  const others = earlier.filter((other) => overlap(season, other));
  if (others.length === 0) return undefined;
  const names = others.map(({ season_id, name, ends_at }) => {
    return `season ${season_id} '${name}', which ends ${inWords(ends_at)}`;
  });
  return `it overlaps ${names.join(", and ")}; the one that started last counts`;
}

function faultOf({ season_id, name }: NamedSeason, complaint: string): Fault {
  return { row: String(season_id), complaint: `season ${season_id} '${name}': ${complaint}` };
}

function judgeAll(rows: readonly NamedSeason[]): ReadSeasons {
  const seasons: NamedSeason[] = [];
  const faults: Fault[] = [];
  for (const row of rows) {
    const reason = judge(row);
    const complaint = reason ?? judgeOverlap(row, seasons);
    if (complaint !== undefined) faults.push(faultOf(row, complaint));
    if (reason === undefined) seasons.push(row);
  }
  return { seasons, faults };
}

/** Reads and judges `dc_seasons`. A season whose `ends_at` is NULL has no end yet. */
export async function readSeasons(on: Queryable): Promise<ReadSeasons> {
  const rows = await select(
    on,
    `SELECT season_id, name, UNIX_TIMESTAMP(starts_at) AS starts_at, UNIX_TIMESTAMP(ends_at) AS ends_at
     FROM dc_seasons ORDER BY dc_seasons.starts_at, season_id`,
  );
  return judgeAll(rows.map(toSeason));
}
