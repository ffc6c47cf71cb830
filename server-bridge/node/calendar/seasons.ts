import type { Complaint } from "../../../shared/language/complaint";
import type { Fault } from "../admin-tables/admin-table";
import { type Queryable, type Row, select, wholeNumber } from "../database/query";

/** A row of `dc_seasons`. Unix seconds. */
export interface SeasonRow {
  readonly season_id: number;
  readonly name: string;
  /** First second; 0 for none. */
  readonly starts_at: number;
  /** First second after it; 0 for a season without an end. */
  readonly ends_at: number;
  /** What keeps it from taking place. */
  readonly fault: Complaint;
}

type Season = Omit<SeasonRow, "fault">;

/** What `dc_seasons` holds, and what is wrong with it. */
export interface ReadSeasons {
  /** In the order of their starts. */
  readonly seasons: readonly SeasonRow[];
  readonly faults: Fault[];
}

/** NULL comes as 0, which no season can begin or end with. */
function toSeason(row: Row): Season {
  return {
    season_id: wholeNumber(row.season_id),
    name: String(row.name),
    starts_at: wholeNumber(row.starts_at),
    ends_at: wholeNumber(row.ends_at),
  };
}

/** A time of a row, as an admin reads it. */
export function inWords(unix: number): string {
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

/** Seasons that overlap are the admin's to repair: the later one waits, or is over before its turn comes. */
function judgeOverlap(season: Season, earlier: readonly Season[]): Complaint {
  const others = earlier.filter((other) => overlap(season, other));
  if (others.length === 0) return undefined;
  const names = others.map(({ season_id, name, ends_at }) => {
    return `season ${season_id} '${name}', which ends ${inWords(ends_at)}`;
  });
  return `it overlaps ${names.join(", and ")}; one season runs at a time, and it waits until the other has ended`;
}

function faultOf({ season_id, name }: Season, complaint: string): Fault {
  return { row: String(season_id), complaint: `season ${season_id} '${name}': ${complaint}` };
}

function judgeAll(rows: readonly Season[]): ReadSeasons {
  const seasons = rows.map((row) => ({ ...row, fault: judge(row) }));
  const faults: Fault[] = [];
  for (const [index, season] of seasons.entries()) {
    const earlier = seasons.slice(0, index).filter(({ fault }) => fault === undefined);
    const complaint = season.fault ?? judgeOverlap(season, earlier);
    if (complaint !== undefined) faults.push(faultOf(season, complaint));
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
