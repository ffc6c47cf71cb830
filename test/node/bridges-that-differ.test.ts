import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import "../../shared/language/javascript";
import { resetRulesOf } from "../../server-bridge/node/calendar/reset-rules";
import { execute, select } from "../../server-bridge/node/database/query";
import { Presence } from "../../server-bridge/node/presence/presence";
import { createDatabase, type TestDatabase } from "../database";
import { BridgeProcess } from "./bridge-process";
import { calendarOn, type CalendarUnderTest, RULES, utc } from "./calendar-under-test";
import { keepLog, type KeptLog } from "./kept-log";
import { takeConfig, takeOccasions } from "./outbox-messages";
import { RealmDouble } from "./realm-double";

/** A bridge with its sign of life, its calendar and its log. */
interface Bridge extends CalendarUnderTest {
  readonly presence: Presence;
  readonly kept: KeptLog;
}

const IN_NEW_YORK = { timeZone: "America/New_York" };
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  for (const table of ["dc_boot", "dc_outbox", "dc_calendar", "dc_calendar_events", "dc_bridge"]) {
    await execute(database.pool, `DELETE FROM ${table}`);
  }
  await RealmDouble.start(database.pool);
});

async function start(rules: Partial<typeof RULES> = {}): Promise<Bridge> {
  const kept = keepLog();
  const presence = new Presence(database.pool, resetRulesOf({ ...RULES, ...rules }).text);
  await presence.announce();
  return { ...calendarOn(database.pool, rules, kept.log), presence, kept };
}

/** As if `seconds` had gone by since the last sign of life of all bridges. */
async function afterSilence(seconds: number): Promise<void> {
  await execute(database.pool, "UPDATE dc_bridge SET seen_at = seen_at - INTERVAL ? SECOND", [seconds]);
}

/** Every hour from one time to another. */
function hours(from: string, to: string): string[] {
  const count = Math.ceil((utc(to) - utc(from)) / 3600);
  return Array.from({ length: count }, (_, index) =>
    new Date((utc(from) + index * 3600) * 1000).toISOString().slice(0, 19).replace("T", " "),
  );
}

async function keptBy(): Promise<unknown> {
  const [row] = await select(database.pool, "SELECT reset_rules FROM dc_calendar");
  return row?.reset_rules;
}

describe("two bridges by whose settings days begin at different hours", () => {
  test("reset once a day, by the one that was there first; the other says what is wrong, once", async () => {
    const first = await start();
    await first.look("2026-07-01 12:00");
    await afterSilence(2);
    const second = await start(IN_NEW_YORK);
    await second.look("2026-07-01 12:01");
    await first.presence.announce();
    await takeConfig(database.pool);
    for (const at of hours("2026-07-02 00:30", "2026-07-05 00:00")) {
      await first.look(at);
      await second.look(at);
    }
    expect(await takeOccasions(database.pool)).toEqual(
      ["02", "03", "04"].map((day) => `1 daily_reset ${utc(`2026-07-${day} 04:00`)}`),
    );
    expect(await takeConfig(database.pool)).toEqual([]);
    expect(await keptBy()).toBe("Europe/Berlin, hour 6, weekday 3");
    expect(second.kept.take()).toEqual([
      "realm 1: another bridge keeps the calendar by Europe/Berlin, hour 6, weekday 3. This one, by whose settings it is " +
        "America/New_York, hour 6, weekday 3, leaves it alone: give all bridges the same DC_TIME_ZONE, DC_DAILY_RESET_HOUR and " +
        "DC_WEEKLY_RESET_DAY",
    ]);
    expect(first.kept.take().join()).not.toContain("another bridge");
  });

  test("never keep the calendar together when they start at once", async () => {
    const bridges = await Promise.all([start(), start(IN_NEW_YORK), start({ dailyResetHour: 12 })]);
    for (const at of hours("2026-07-02 10:30", "2026-07-05 11:00")) {
      await Promise.all(bridges.map((bridge) => bridge.look(at)));
    }
    const told = await takeOccasions(database.pool);
    const hoursOfDay = told
      .filter((message) => message.includes("daily_reset"))
      .map((message) => Number(message.split(" ")[2]) % 86_400);
    expect(hoursOfDay).toHaveLength(3);
    expect(new Set(hoursOfDay).size).toBe(1);
  });
});

test("a bridge that another has forestalled leaves it the calendar", async () => {
  const first = await start();
  const second = await start(IN_NEW_YORK);
  const connect = database.pool.getConnection.bind(database.pool);
  const spy = vi.spyOn(database.pool, "getConnection").mockImplementationOnce(async () => {
    await first.look("2026-07-01 12:00");
    return connect();
  });
  await second.look("2026-07-01 12:00");
  spy.mockRestore();
  expect(await keptBy()).toBe("Europe/Berlin, hour 6, weekday 3");
  expect(second.kept.take()).toEqual([]);
});

describe("a bridge that finds the calendar of another", () => {
  test("takes it over when the other has been gone for a while, and not before", async () => {
    const first = await start();
    await first.look("2026-07-01 12:00");
    const second = await start(IN_NEW_YORK);
    await afterSilence(13);
    await second.look("2026-07-01 12:01");
    expect(await keptBy()).toBe("Europe/Berlin, hour 6, weekday 3");
    await afterSilence(3);
    await second.look("2026-07-01 12:02");
    expect(await keptBy()).toBe("America/New_York, hour 6, weekday 3");
    // Of the one that had just ended nothing is said.
    expect(second.kept.take()).toEqual([
      `realm 1: daily_reset ${utc("2026-07-01 10:00")}`,
      `realm 1: weekly_reset ${utc("2026-07-01 10:00")}`,
      "realm 1: days and weeks begin by America/New_York, hour 6, weekday 3 from now on",
    ]);
  });

  test("by the same settings keeps it with it, whatever the time zone is called", async () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const named = { ...RULES, timeZone: String(timeZone) };
    expect(resetRulesOf({ ...RULES, timeZone: "local" }).text).toBe(resetRulesOf(named).text);
    expect(resetRulesOf({ ...RULES, timeZone: "europe/berlin" }).text).toBe(resetRulesOf(RULES).text);
    const first = await start();
    await first.look("2026-07-01 12:00");
    const second = await start({ timeZone: "europe/berlin" });
    await first.presence.announce();
    expect(await second.at("2026-07-02 12:00")).toEqual([`1 daily_reset ${utc("2026-07-02 04:00")}`]);
  });
});

test("real bridges: the second one says so in its log", async () => {
  const first = await BridgeProcess.start(database.url, { DC_TIME_ZONE: "Europe/Berlin" });
  await expect.poll(keptBy, { timeout: 10_000 }).toBe("Europe/Berlin, hour 6, weekday 3");
  const second = await BridgeProcess.start(database.url, { DC_TIME_ZONE: "Asia/Kathmandu" });
  await second.says("another bridge keeps the calendar by Europe/Berlin");
  expect(await keptBy()).toBe("Europe/Berlin, hour 6, weekday 3");
  expect([await first.stop(), await second.stop()]).toEqual([0, 0]);
});
