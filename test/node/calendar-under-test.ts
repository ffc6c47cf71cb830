import { CalendarKeeper } from "../../server-bridge/node/calendar/keep-calendar";
import { resetRulesOf } from "../../server-bridge/node/calendar/reset-rules";
import type { Pool } from "../../server-bridge/node/database/pool";
import { persistently } from "../../server-bridge/node/database/retry";
import type { Logger } from "../../server-bridge/node/log/logger";
import { silentLog } from "../database";
import { takeOccasions } from "./outbox-messages";

export const RULES = { timeZone: "Europe/Berlin", dailyResetHour: 6, weeklyResetDay: 3 };
const never = new AbortController().signal;

/** `text`, a time in UTC such as `2026-03-29 01:00`, in Unix seconds. */
export function utc(text: string): number {
  return Date.parse(`${text.replace(" ", "T")}Z`) / 1000;
}

export interface CalendarUnderTest {
  /** A look of one bridge at the time `at` (see `utc`). */
  look(this: void, at: string): Promise<void>;
  /** The same, and what the realms are told by it, as `realm kind amount`. */
  at(this: void, at: string): Promise<string[]>;
}

/** The calendar by Berlin's clock, with days from 06:00 and weeks from Wednesday unless `rules` say otherwise. */
export function calendarOn(
  pool: Pool,
  rules: Partial<typeof RULES> = {},
  log: Logger = silentLog,
): CalendarUnderTest {
  let now = 0;
  const clock = (): Promise<number> => Promise.resolve(now);
  const keeper = new CalendarKeeper({ pool, rules: resetRulesOf({ ...RULES, ...rules }), clock, log });
  const look = async (at: string): Promise<void> => {
    now = utc(at);
    await persistently(() => keeper.look(), silentLog, never);
  };
  return { look, at: async (time) => look(time).then(() => takeOccasions(pool)) };
}
