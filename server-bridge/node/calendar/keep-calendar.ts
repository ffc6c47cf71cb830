import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import type { Pool, PoolConnection } from "../database/pool";
import { transaction } from "../database/transaction";
import type { Repeat } from "../lifecycle/repeat";
import type { Logger } from "../log/logger";
import { announceConfig } from "../outbox/announce-config";
import {
  CALENDAR_TABLE,
  lockCalendar,
  noteOccasion,
  readPastSeasons,
  readRealms,
  tellOccasion,
  writeCalendar,
} from "./calendar-rows";
import type { Clock } from "./clock";
import { type Occasion, type Plan, planFor } from "./plan";
import { type ResetRules, resetsAround } from "./reset-rules";
import { readSeasons } from "./seasons";

/** What keeping the realms' calendars needs. */
export interface CalendarWork {
  readonly pool: Pool;
  readonly rules: ResetRules;
  readonly clock: Clock;
  readonly log: Logger;
}

function isSame(left: RealmCalendar, right: RealmCalendar | undefined): boolean {
  if (right === undefined) return false;
  return (Object.keys(left) as (keyof RealmCalendar)[]).every((key) => left[key] === right[key]);
}

/** @returns What happened by this bridge's doing. */
async function carryOut(connection: PoolConnection, realm: number, plan: Plan): Promise<Occasion[]> {
  const before = await lockCalendar(connection, realm);
  const happened: Occasion[] = [];
  for (const occasion of plan.past) await noteOccasion(connection, realm, occasion);
  for (const occasion of plan.due) {
    if (!(await noteOccasion(connection, realm, occasion))) continue;
    await tellOccasion(connection, realm, occasion);
    happened.push(occasion);
  }
  if (isSame(plan.calendar, before)) return happened;
  await writeCalendar(connection, realm, plan.calendar);
  // With an event the realm reads its calendar anyway.
  if (happened.length === 0) await announceConfig(connection, realm, CALENDAR_TABLE);
  return happened;
}

/** One look at every realm's calendar: what is due happens, once however many bridges look. */
export async function keepCalendar({ pool, rules, clock, log }: CalendarWork): Promise<Repeat> {
  const now = await clock();
  const resets = resetsAround(now, rules);
  const { seasons } = await readSeasons(pool);
  for (const { realm, calendar } of await readRealms(pool)) {
    const plan = planFor(calendar, await readPastSeasons(pool, realm), { now, resets, seasons });
    if (plan.due.length === 0 && isSame(plan.calendar, calendar)) continue;
    const happened = await transaction(pool, (connection) => carryOut(connection, realm, plan));
    for (const { kind, occasion } of happened)
      log.info({ realm, kind, occasion }, `realm ${realm}: ${kind} ${occasion}`);
  }
  return { again: false };
}
