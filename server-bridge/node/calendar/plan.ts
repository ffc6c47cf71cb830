import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import {
  currentSeason,
  type Season,
  type SeasonChange,
  seasonChanges,
} from "../../../shared/time/season-calendar";
import type { Resets } from "./reset-rules";

/** Something that happens once to a realm: a row of `dc_calendar_events`, and its message. */
export interface Occasion {
  readonly kind: "daily_reset" | "weekly_reset" | "season_start" | "season_end";
  /** The reset's Unix time, or the season's id. */
  readonly occasion: number;
}

/** The seasons that have started and ended in a realm, by their ids. */
export interface PastSeasons {
  readonly started: ReadonlySet<number>;
  readonly ended: ReadonlySet<number>;
}

/** What a look finds to be done for a realm. */
export interface Plan {
  readonly calendar: RealmCalendar;
  /** In order of time. */
  readonly due: readonly Occasion[];
  /** Has happened before anybody looked: to be noted, and nobody is told. */
  readonly past: readonly Occasion[];
}

interface Moment {
  readonly now: number;
  readonly resets: Resets;
  readonly seasons: readonly Season[];
}

type TimedOccasion = Occasion & { readonly at: number };

function resetsOf({ dailyReset, weeklyReset }: Resets): TimedOccasion[] {
  return [
    { kind: "daily_reset", occasion: dailyReset, at: dailyReset },
    { kind: "weekly_reset", occasion: weeklyReset, at: weeklyReset },
  ];
}

/** A season that was over at the last look without having started is history that an admin has entered. */
function isHistory(season: Season | undefined, lastLook: number): boolean {
  return season !== undefined && season.ends_at !== 0 && season.ends_at <= lastLook;
}

/** The changes that have not happened yet. A season that has ended does not start again, and none ends unstarted. */
function dueChanges({ now, seasons }: Moment, past: PastSeasons, lastLook: number): SeasonChange[] {
  const started = new Set(past.started);
  return seasonChanges(seasons, 0, now).filter(({ kind, season_id }) => {
    if (past.ended.has(season_id)) return false;
    if (kind === "end") return started.has(season_id);
    if (started.has(season_id)) return false;
    const season = seasons.find((candidate) => candidate.season_id === season_id);
    if (isHistory(season, lastLook)) return false;
    started.add(season_id);
    return true;
  });
}

function toOccasion({ kind, season_id, at }: SeasonChange): TimedOccasion {
  return { kind: kind === "start" ? "season_start" : "season_end", occasion: season_id, at };
}

/**
 * What is to be done for a realm.
 *
 * @param stored The realm's row as the last look left it; undefined if the realm is new. Its day began before that look,
 *   which is all that is known of when the last bridge was there.
 */
export function planFor(stored: RealmCalendar | undefined, past: PastSeasons, moment: Moment): Plan {
  const { now, resets, seasons } = moment;
  const lastLook = stored?.dailyReset ?? now;
  const changes = dueChanges(moment, past, lastLook);
  const resetOccasions = resetsOf(resets);
  // Also when the settings have just moved the week's begin: what lies before the last look is not made up for.
  const dueResets = resetOccasions.filter(({ at }) => at > lastLook);
  const open = seasons.filter(({ season_id }) => !past.ended.has(season_id));
  return {
    calendar: { ...resets, seasonId: currentSeason(open, now)?.season_id ?? 0 },
    due: [...changes.map(toOccasion), ...dueResets].sort((left, right) => left.at - right.at),
    past: stored === undefined ? resetOccasions : [],
  };
}
