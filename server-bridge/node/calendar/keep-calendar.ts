import type { Pool, PoolConnection } from "../database/pool";
import type { Queryable } from "../database/query";
import { transaction } from "../database/transaction";
import type { Repeat } from "../lifecycle/repeat";
import type { Logger } from "../log/logger";
import { type StandingComplaint, StandingComplaints } from "../log/standing-complaints";
import { announceConfig } from "../outbox/announce-config";
import {
  CALENDAR_TABLE,
  lastSeenWith,
  lockCalendar,
  noteOccasion,
  readPast,
  readRealms,
  tellOccasion,
  writeCalendar,
} from "./calendar-rows";
import type { Clock } from "./clock";
import { type KeptCalendar, type Moment, type Occasion, type Plan, planFor } from "./plan";
import { type ResetRules, resetsAround } from "./reset-rules";
import { readSeasons } from "./seasons";

/** What keeping the realms' calendars needs. */
export interface CalendarWork {
  readonly pool: Pool;
  readonly rules: ResetRules;
  readonly clock: Clock;
  readonly log: Logger;
}

function isSame(left: KeptCalendar, right: KeptCalendar | undefined): boolean {
  if (right === undefined) return false;
  return (Object.keys(left) as (keyof KeptCalendar)[]).every((key) => left[key] === right[key]);
}

function isDone({ due, calendar }: Plan, stored: KeptCalendar | undefined): boolean {
  return due.length === 0 && isSame(calendar, stored);
}

/** A bridge with other settings that is at work. */
interface OtherKeeper {
  /** By what it keeps the calendar. */
  readonly rules: string;
  /** Unix time of its last sign of life. */
  readonly seen: number;
}

/** Keeps the calendars of all realms, together with whatever other bridges there are. */
export class CalendarKeeper {
  private readonly complaints: StandingComplaints;
  /** As it was first noticed. */
  private other: OtherKeeper | undefined;

  constructor(private readonly work: CalendarWork) {
    this.complaints = new StandingComplaints(work.log);
  }

  /** One look at every realm's calendar: what is due happens, once however many bridges look. */
  async look(): Promise<Repeat> {
    const { pool } = this.work;
    const complaints: StandingComplaint[] = [];
    const moment = await this.moment(pool);
    for (const { realm, calendar } of await readRealms(pool)) {
      for (const { level, text } of await this.keep(realm, calendar, moment))
        complaints.push({ level, text: `realm ${realm}: ${text}` });
    }
    this.complaints.say(complaints);
    return { again: false };
  }

  private async moment(on: Queryable): Promise<Moment> {
    const { clock, rules } = this.work;
    const now = await clock(on);
    const { seasons } = await readSeasons(on);
    return { now, seasons, resets: resetsAround(now, rules), resetRules: rules.text };
  }

  /** @returns What an admin should know. */
  private async keep(
    realm: number,
    stored: KeptCalendar | undefined,
    moment: Moment,
  ): Promise<StandingComplaint[]> {
    const { pool } = this.work;
    const other = await this.otherKeeper(pool, stored);
    if (other !== undefined) return this.complaintAbout(other);
    const plan = planFor(stored, await readPast(pool, realm, moment.now), moment);
    if (!isDone(plan, stored)) {
      const happened = await transaction(pool, (connection) => this.carryOut(connection, realm));
      if (happened !== undefined) this.tell(realm, happened, stored);
    }
    return plan.complaints.map((text) => ({ level: "warn", text }));
  }

  private tell(realm: number, happened: readonly Occasion[], before: KeptCalendar | undefined): void {
    const { log, rules } = this.work;
    for (const { kind, occasion } of happened)
      log.info({ realm, kind, occasion }, `realm ${realm}: ${kind} ${occasion}`);
    if ((before?.resetRules ?? rules.text) !== rules.text)
      log.info(`realm ${realm}: days and weeks begin by ${rules.text} from now on`);
  }

  /**
   * Two bridges by whose settings days begin at different hours would both reset. The one that keeps the calendar goes on, and
   * this one waits until it is gone.
   */
  private async otherKeeper(
    on: Queryable,
    stored: KeptCalendar | undefined,
  ): Promise<OtherKeeper | undefined> {
    const rules = stored?.resetRules ?? "";
    if (rules === "" || rules === this.work.rules.text) return undefined;
    const seen = await lastSeenWith(on, rules);
    return seen === undefined ? undefined : { rules, seen };
  }

  /** Nothing for as long as it may be a bridge that has just ended, for instance this one before its settings were changed. */
  private complaintAbout(other: OtherKeeper): StandingComplaint[] {
    if (this.other?.rules !== other.rules) this.other = other;
    if (other.seen <= this.other.seen) return [];
    const text =
      `another bridge keeps the calendar by ${other.rules}. This one, by whose settings it is ${this.work.rules.text}, ` +
      "leaves it alone: give all bridges the same DC_TIME_ZONE, DC_DAILY_RESET_HOUR and DC_WEEKLY_RESET_DAY";
    return [{ level: "error", text }];
  }

  /**
   * Looks once more behind the lock: another bridge may have been faster.
   *
   * @returns What happened by this bridge's doing; undefined if the calendar is another's by now, for a moment or for good.
   */
  private async carryOut(connection: PoolConnection, realm: number): Promise<Occasion[] | undefined> {
    const locked = await lockCalendar(connection, realm);
    if (locked === undefined) return undefined;
    const stored = locked.calendar;
    if ((await this.otherKeeper(connection, stored)) !== undefined) return undefined;
    const moment = await this.moment(connection);
    const plan = planFor(stored, await readPast(connection, realm, moment.now), moment);
    const happened: Occasion[] = [];
    for (const occasion of plan.past) await noteOccasion(connection, realm, occasion);
    for (const occasion of plan.due) {
      if (!(await noteOccasion(connection, realm, occasion))) continue;
      await tellOccasion(connection, realm, occasion);
      happened.push(occasion);
    }
    if (isSame(plan.calendar, stored)) return happened;
    await writeCalendar(connection, realm, plan.calendar);
    // With an event the realm reads its calendar anyway.
    if (happened.length === 0) await announceConfig(connection, realm, [CALENDAR_TABLE]);
    return happened;
  }
}
