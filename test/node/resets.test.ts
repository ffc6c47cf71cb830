import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import { offsetsOf } from "../../server-bridge/node/calendar/time-zone";
import { execute, select } from "../../server-bridge/node/database/query";
import { sweep } from "../../server-bridge/node/outbox/sweep";
import { createDatabase, type TestDatabase } from "../database";
import { berlin, SUMMER_TIME_BEGINS, SUMMER_TIME_ENDS } from "../shared/time/berlin";
import { BridgeProcess } from "./bridge-process";
import { calendarOn, utc } from "./calendar-under-test";
import { takeConfig, takeOccasions } from "./outbox-messages";
import { RealmDouble } from "./realm-double";

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  for (const table of ["dc_boot", "dc_outbox", "dc_calendar", "dc_calendar_events", "dc_seasons"]) {
    await execute(database.pool, `DELETE FROM ${table}`);
  }
  await RealmDouble.start(database.pool);
});

async function rows(): Promise<unknown[]> {
  return select(database.pool, "SELECT * FROM dc_calendar ORDER BY realm_id");
}

async function noted(): Promise<string[]> {
  const events = await select(
    database.pool,
    "SELECT realm_id, kind, occasion FROM dc_calendar_events ORDER BY realm_id, kind, occasion",
  );
  return events.map((row) => Object.values(row).join(" "));
}

const daily = (at: string, realm = 1): string => `${realm} daily_reset ${utc(at)}`;
const weekly = (at: string, realm = 1): string => `${realm} weekly_reset ${utc(at)}`;

describe("a realm that is seen for the first time", () => {
  // A Tuesday.
  const NOW = "2026-07-14 12:00";

  test("gets its calendar and is told to read it; day and week are under way", async () => {
    expect(await calendarOn(database.pool).at(NOW)).toEqual([]);
    expect(await takeConfig(database.pool)).toEqual(["1 dc_calendar"]);
    expect(await rows()).toEqual([
      {
        realm_id: 1,
        previous_daily_reset: utc("2026-07-13 04:00"),
        daily_reset: utc("2026-07-14 04:00"),
        next_daily_reset: utc("2026-07-15 04:00"),
        weekly_reset: utc("2026-07-08 04:00"),
        season_id: 0,
        last_season_id: 0,
        reset_rules: "Europe/Berlin, hour 6, weekday 3",
      },
    ]);
    expect(await noted()).toEqual([daily("2026-07-14 04:00"), weekly("2026-07-08 04:00")]);
  });

  test("does not hold up another, nor a later one", async () => {
    const calendar = calendarOn(database.pool);
    await calendar.look(NOW);
    await RealmDouble.start(database.pool, 2);
    expect(await calendar.at("2026-07-15 03:59:59")).toEqual([]);
    await RealmDouble.start(database.pool, 3);
    expect(await calendar.at("2026-07-15 04:00")).toEqual([
      daily("2026-07-15 04:00"),
      weekly("2026-07-15 04:00"),
      daily("2026-07-15 04:00", 2),
      weekly("2026-07-15 04:00", 2),
    ]);
    expect(await rows()).toHaveLength(3);
  });
});

test("a realm whose calendar somebody holds keeps no other waiting, and is late by no more than that", async () => {
  const calendar = calendarOn(database.pool);
  await RealmDouble.start(database.pool, 2);
  await calendar.look("2026-07-14 12:00");
  const holder = await database.pool.getConnection();
  await execute(holder, "START TRANSACTION");
  await select(holder, "SELECT * FROM dc_calendar WHERE realm_id = 1 FOR UPDATE");
  expect(await calendar.at("2026-07-15 04:00")).toEqual([
    daily("2026-07-15 04:00", 2),
    weekly("2026-07-15 04:00", 2),
  ]);
  await execute(holder, "ROLLBACK");
  holder.release();
  expect(await calendar.at("2026-07-15 04:00:01")).toEqual([
    daily("2026-07-15 04:00"),
    weekly("2026-07-15 04:00"),
  ]);
});

describe("resets", () => {
  const calendar = (): ReturnType<typeof calendarOn> => calendarOn(database.pool);

  test("happen at their second, once", async () => {
    await calendar().look("2026-07-13 12:00");
    expect(await calendar().at("2026-07-14 03:59:59")).toEqual([]);
    expect(await calendar().at("2026-07-14 04:00:00")).toEqual([daily("2026-07-14 04:00")]);
    expect(await calendar().at("2026-07-14 04:00:01")).toEqual([]);
    expect(await calendar().at("2026-07-15 04:00:30")).toEqual([
      daily("2026-07-15 04:00"),
      weekly("2026-07-15 04:00"),
    ]);
    expect(await takeConfig(database.pool)).toEqual(["1 dc_calendar"]);
  });

  test("that no bridge was there for are one, the latest", async () => {
    await calendar().look("2026-07-01 12:00");
    expect(await calendar().at("2026-07-19 12:00")).toEqual([
      weekly("2026-07-15 04:00"),
      daily("2026-07-19 04:00"),
    ]);
    expect(await noted()).toEqual([
      daily("2026-07-01 04:00"),
      daily("2026-07-19 04:00"),
      weekly("2026-07-01 04:00"),
      weekly("2026-07-15 04:00"),
    ]);
    expect(await rows()).toMatchObject([{ previous_daily_reset: utc("2026-07-18 04:00") }]);
  });

  test("do not happen again when the clock was set back", async () => {
    await calendar().look("2026-07-12 12:00");
    expect(await calendar().at("2026-07-14 12:00")).toHaveLength(1);
    expect(await calendar().at("2026-07-12 12:00")).toEqual([]);
    expect(await calendar().at("2026-07-14 12:00")).toEqual([]);
    expect(await calendar().at("2026-07-15 12:00")).toHaveLength(2);
  });

  test("happen on the day on which a clock that was ahead is right again, and once where it only went to and fro", async () => {
    await calendar().look("2026-07-02 12:00");
    await calendar().look("2026-07-03 04:00:01");
    await calendar().look("2026-07-03 03:59:59");
    expect(await takeOccasions(database.pool)).toEqual([daily("2026-07-03 04:00")]);
    expect(await calendar().at("2026-07-03 12:00")).toEqual([]);
    // A Friday of the next year.
    expect(await calendar().at("2027-07-02 12:00")).toHaveLength(2);
    expect(await calendar().at("2026-07-04 12:00")).toEqual([daily("2026-07-04 04:00")]);
    expect(await calendar().at("2026-07-05 12:00")).toEqual([daily("2026-07-05 04:00")]);
    expect(await rows()).toMatchObject([
      { daily_reset: utc("2026-07-05 04:00"), weekly_reset: utc("2026-07-01 04:00") },
    ]);
  });

  test("of two bridges at once happen once", async () => {
    const bridges = [calendar(), calendar(), calendar()];
    await RealmDouble.start(database.pool, 2);
    for (let day = 10; day < 30; day++) {
      await Promise.all(bridges.map((bridge) => bridge.look(`2026-07-${day} 12:00`)));
    }
    const told = await takeOccasions(database.pool);
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((message) => message.startsWith("1 daily"))).toHaveLength(19);
    expect(told.filter((message) => message.startsWith("2 weekly"))).toHaveLength(3);
    expect(await takeConfig(database.pool)).toEqual(["1 dc_calendar", "2 dc_calendar"]);
  });

  test("and seasons wait for a realm that is down, whatever the age limit of messages", async () => {
    await execute(
      database.pool,
      "INSERT INTO dc_seasons VALUES (1, 'One', '2026-07-11 00:00', '2026-07-12 00:00')",
    );
    for (let day = 10; day < 16; day++) await calendar().look(`2026-07-${day} 12:00`);
    const insert =
      "INSERT INTO dc_outbox (realm_id, kind) VALUES (1, 'player_changed'), (1, 'everyone_changed')";
    await execute(database.pool, insert);
    await execute(database.pool, "UPDATE dc_outbox SET created_at = CURRENT_TIMESTAMP - INTERVAL 30 DAY");
    await sweep(database.pool, 60);
    const left = await select(database.pool, "SELECT kind FROM dc_outbox ORDER BY outbox_id");
    expect(left.map((row) => row.kind)).toEqual([
      ...["season_start", "daily_reset", "season_end", "daily_reset", "daily_reset", "daily_reset"],
      ...["daily_reset", "weekly_reset"],
    ]);
  });

  test("move with their hour and weekday: the realm reads its calendar, and no week begins in the past", async () => {
    await calendar().look("2026-07-13 12:00");
    await takeConfig(database.pool);
    const later = calendarOn(database.pool, { dailyResetHour: 20, weeklyResetDay: 0 });
    expect(await later.at("2026-07-13 12:00")).toEqual([]);
    expect(await takeConfig(database.pool)).toEqual(["1 dc_calendar"]);
    expect(await rows()).toMatchObject([
      { next_daily_reset: utc("2026-07-13 18:00"), weekly_reset: utc("2026-07-12 18:00") },
    ]);
    const earlier = calendarOn(database.pool, { dailyResetHour: 13 });
    expect(await earlier.at("2026-07-13 12:00")).toEqual([daily("2026-07-13 11:00")]);
  });
});

describe("a week that has begun", () => {
  // A Wednesday.
  const BEGAN = "2026-07-08 04:00";

  test.each([
    ["weekday", { weeklyResetDay: 6 }, "2026-07-11 04:00"],
    ["hour", { dailyResetHour: 20 }, "2026-07-08 18:00"],
  ])("does not begin earlier when its %s is moved, and the next one comes", async (_, rules, next) => {
    await calendarOn(database.pool).look("2026-07-08 12:00");
    const moved = calendarOn(database.pool, rules);
    expect(await moved.at("2026-07-08 12:00:01")).toEqual([]);
    expect(await rows()).toMatchObject([{ weekly_reset: utc(BEGAN) }]);
    await takeConfig(database.pool);
    await moved.look("2026-07-08 12:00:02");
    expect(await takeConfig(database.pool)).toEqual([]);
    expect(await moved.at(next)).toContain(weekly(next));
    expect(await rows()).toMatchObject([{ weekly_reset: utc(next) }]);
  });
});

describe("offsets", () => {
  test("of Berlin are those of the time zone database, before, in and after each hour of a year", () => {
    const offsetAt = offsetsOf("Europe/Berlin");
    for (let unix = utc("2026-01-01 00:00"); unix < utc("2027-01-01 00:00"); unix += 3599) {
      expect(offsetAt(unix)).toBe(berlin(unix));
    }
    for (const change of [SUMMER_TIME_BEGINS, SUMMER_TIME_ENDS]) {
      for (const unix of [change - 1, change]) expect(offsetAt(unix)).toBe(berlin(unix));
    }
  });

  test.each([
    ["UTC", 0],
    ["Asia/Kathmandu", 5.75],
    ["America/St_Johns", -3.5],
    ["Pacific/Kiritimati", 14],
    ["Pacific/Pago_Pago", -11],
  ])("of %s are %d hours in winter", (timeZone, hours) => {
    expect(offsetsOf(timeZone)(utc("2026-01-15 12:00"))).toBe(hours * 3600);
  });

  test("of the machine are its own", () => {
    const noon = utc("2026-01-15 12:00");
    expect(offsetsOf("local")(noon)).toBe(0 - new Date(noon * 1000).getTimezoneOffset() * 60);
  });
});

describe("when Berlin's clocks change", () => {
  /** What a bridge that looks every ten minutes tells from noon of a day to noon two days later. */
  async function overTwoDays(from: string, dailyResetHour: number): Promise<string[]> {
    const calendar = calendarOn(database.pool, { dailyResetHour });
    const told: string[] = [];
    for (let at = utc(from); at <= utc(from) + 2 * 86_400; at += 600) {
      told.push(...(await calendar.at(new Date(at * 1000).toISOString().slice(0, 19).replace("T", " "))));
    }
    return told;
  }

  test.each([
    ["to summer time, the day has 23 hours", "2026-03-28 11:00", 6, "2026-03-29 04:00", "2026-03-30 04:00"],
    [
      "to summer time, and skip the reset hour",
      "2026-03-28 11:00",
      2,
      "2026-03-29 01:00",
      "2026-03-30 00:00",
    ],
    ["to winter time, the day has 25 hours", "2026-10-24 10:00", 6, "2026-10-25 05:00", "2026-10-26 05:00"],
    [
      "to winter time, and show the reset hour twice",
      "2026-10-24 10:00",
      2,
      "2026-10-25 00:00",
      "2026-10-26 01:00",
    ],
  ])("%s", async (_, from, hour, first, second) => {
    expect(await overTwoDays(from, hour)).toEqual([daily(first), daily(second)]);
  });
});

test("a real bridge keeps the calendar by the database's clock and its settings", async () => {
  const environment = { DC_TIME_ZONE: "Asia/Kathmandu", DC_DAILY_RESET_HOUR: "5", DC_WEEKLY_RESET_DAY: "1" };
  const bridge = await BridgeProcess.start(database.url, environment);
  while ((await rows()).length === 0);
  const [row] = await select(
    database.pool,
    "SELECT daily_reset, weekly_reset, UNIX_TIMESTAMP() AS now FROM dc_calendar",
  );
  const [dailyReset, weeklyReset, now] = [
    Number(row?.daily_reset),
    Number(row?.weekly_reset),
    Number(row?.now),
  ];
  const inKathmandu = (unix: number): string => new Date((unix + 5.75 * 3600) * 1000).toUTCString();
  expect(inKathmandu(dailyReset)).toMatch(/ 05:00:00 /);
  expect(inKathmandu(weeklyReset)).toMatch(/^Mon, .* 05:00:00 /);
  expect(Math.abs(now - dailyReset)).toBeLessThan(2 * 86_400);
  expect(await bridge.stop()).toBe(0);
});
