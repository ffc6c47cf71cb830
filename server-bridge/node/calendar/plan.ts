import type { CalendarKind } from "../../../shared/catalog/outbox-kinds";
import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import type { Resets } from "./reset-rules";
import { type PastSeasons, planSeasons, type SeasonChange } from "./season-plan";
import type { SeasonRow } from "./seasons";

/** Something that happens once to a realm: a row of `dc_calendar_events`, and its message. */
export interface Occasion {
  readonly kind: CalendarKind;
  /** The reset's Unix time, or the season's id. */
  readonly occasion: number;
}

/** What a realm reads of its calendar, and what the bridges keep it by. */
export interface KeptCalendar extends RealmCalendar {
  /** The season that started last, or 0. */
  readonly lastSeasonId: number;
  /** See `ResetRules`. */
  readonly resetRules: string;
}

/** What has happened in a realm. */
export interface Past extends PastSeasons {
  /** Unix time of the last daily reset up to now that has happened, or 0. */
  readonly dailyReset: number;
}

/** What a look finds to be done for a realm. */
export interface Plan {
  readonly calendar: KeptCalendar;
  /** In order of time. */
  readonly due: readonly Occasion[];
  /** Has happened before anybody looked: to be noted, and nobody is told. */
  readonly past: readonly Occasion[];
  /** What an admin should know. */
  readonly complaints: readonly string[];
}

/** What all realms have in common at one look. */
export interface Moment {
  readonly now: number;
  readonly resets: Resets;
  readonly resetRules: string;
  readonly seasons: readonly SeasonRow[];
}

type TimedOccasion = Occasion & { readonly at: number };

function resetsOf({ dailyReset, weeklyReset }: Resets): TimedOccasion[] {
  return [
    { kind: "daily_reset", occasion: dailyReset, at: dailyReset },
    { kind: "weekly_reset", occasion: weeklyReset, at: weeklyReset },
  ];
}

function toOccasion({ kind, id, at }: SeasonChange): TimedOccasion {
  return { kind: kind === "start" ? "season_start" : "season_end", occasion: id, at };
}

/**
 * A moment before the last look, and not by more than a day: nothing else is known of when the last bridge was there. Where the
 * clock was set back, what the last look has written lies ahead, and the resets that have happened tell.
 */
function lastLookOf(stored: KeptCalendar | undefined, past: Past, now: number): number {
  if (stored === undefined) return now;
  return stored.dailyReset <= now ? stored.dailyReset : past.dailyReset;
}

/** A week that has begun does not begin earlier when the settings are changed, or caps would count the last one's income. */
function weeklyResetOf(stored: KeptCalendar | undefined, { weeklyReset }: Resets, now: number): number {
  if (stored === undefined || stored.weeklyReset > now) return weeklyReset;
  return Math.max(weeklyReset, stored.weeklyReset);
}

/**
 * What is to be done for a realm.
 *
 * @param stored The realm's row as the last look left it; undefined if the realm is new.
 */
export function planFor(stored: KeptCalendar | undefined, past: Past, moment: Moment): Plan {
  const { now, resets, resetRules, seasons } = moment;
  const lastLook = lastLookOf(stored, past, now);
  const history = { ...past, last: stored?.lastSeasonId ?? 0, ran: stored?.seasonId ?? 0 };
  const { changes, running, last, complaints } = planSeasons(history, { seasons, now, lastLook });
  const resetOccasions = resetsOf(resets);
  // Also when the settings have just moved the week's begin: what lies before the last look is not made up for.
  const dueResets = resetOccasions.filter(({ at }) => at > lastLook);
  const weeklyReset = weeklyResetOf(stored, resets, now);
  return {
    calendar: { ...resets, weeklyReset, seasonId: running, lastSeasonId: last, resetRules },
    due: [...changes.map(toOccasion), ...dueResets].sort((left, right) => left.at - right.at),
    past: stored === undefined ? resetOccasions : [],
    complaints,
  };
}
