import { type RealmCalendar, rollForward } from "../../../shared/time/realm-calendar";
import { now } from "../engine/clock";
import { loadCalendars } from "../tables/calendar-table";

/** The realm's day, week and season, as the bridge keeps them in `dc_calendar`. */
export class Calendar {
  private known: RealmCalendar | undefined;

  /**
   * Reads the table again: at the start, and with each event of the calendar. Returns whether the database has answered; otherwise
   * what was read before stays.
   */
  load(): boolean {
    const calendars = loadCalendars(GetRealmID());
    if (calendars === undefined) return false;
    this.known = calendars[0];
    return true;
  }

  /** What counts now; undefined until a bridge has been there. */
  current(): RealmCalendar | undefined {
    return this.known === undefined ? undefined : rollForward(this.known, now());
  }

  /** Unix seconds of the last weekly reset, 0 if it is not known. */
  weeklyReset(): number {
    return this.current()?.weeklyReset ?? 0;
  }
}
