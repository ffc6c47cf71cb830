/** What the bridge tells a realm about tables that have changed. Harmless when it comes twice: the realm reads them again. */
export const CHANGE_KINDS = ["player_changed", "everyone_changed", "config_changed"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What happens once to a realm, in the order of `dc_calendar_events.kind`. */
export const CALENDAR_KINDS = ["daily_reset", "weekly_reset", "season_start", "season_end"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** All that stands in the outbox, in the order of `dc_outbox.kind`. */
export const OUTBOX_KINDS = [...CHANGE_KINDS, ...CALENDAR_KINDS] as const;

/** The kind of the calendar called `word`; undefined for any other. */
export function findCalendarKind(word: string): CalendarKind | undefined {
  for (const kind of CALENDAR_KINDS) if (kind === word) return kind;
  return undefined;
}
