/** When a season is, in Unix seconds. */
export interface Season {
  readonly season_id: number;
  /** First second. */
  readonly starts_at: number;
  /** First second after it; 0 for a season without an end. */
  readonly ends_at: number;
}

export interface SeasonChange {
  readonly kind: "start" | "end";
  readonly season_id: number;
  /** When it was due, in Unix seconds. */
  readonly at: number;
}

function isDuring({ starts_at, ends_at }: Season, unix: number): boolean {
  return starts_at <= unix && (ends_at === 0 || unix < ends_at);
}

/** The season at the Unix time `unix`, if there is one. Of seasons that overlap it is the one that started last. */
export function currentSeason(seasons: readonly Season[], unix: number): Season | undefined {
  let current: Season | undefined;
  for (const season of seasons) {
    if (isDuring(season, unix) && (current === undefined || startsLater(season, current))) current = season;
  }
  return current;
}

function startsLater(left: Season, right: Season): boolean {
  if (left.starts_at !== right.starts_at) return left.starts_at > right.starts_at;
  return left.season_id > right.season_id;
}

/** In order of time; what ends comes before what starts at the same moment; then by number. */
function isBefore(left: SeasonChange, right: SeasonChange): boolean {
  if (left.at !== right.at) return left.at < right.at;
  if (left.kind !== right.kind) return left.kind === "end";
  return left.season_id < right.season_id;
}

/**
 * The starts and ends that are due after the moment `since` and up to `now`, both Unix seconds, in order. Who gives the
 * `now` of one call as the `since` of the next gets each of them exactly once, however long the calls are apart.
 */
export function seasonChanges(seasons: readonly Season[], since: number, now: number): SeasonChange[] {
  const changes: SeasonChange[] = [];
  for (const { season_id, starts_at, ends_at } of seasons) {
    if (starts_at > since && starts_at <= now) changes.push({ kind: "start", season_id, at: starts_at });
    if (ends_at > since && ends_at <= now) changes.push({ kind: "end", season_id, at: ends_at });
  }
  return changes.sort((left, right) => (isBefore(left, right) ? -1 : 1));
}
