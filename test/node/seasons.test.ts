import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import { execute } from "../../server-bridge/node/database/query";
import { createDatabase, type TestDatabase } from "../database";
import { calendarOn, type CalendarUnderTest, utc } from "./calendar-under-test";
import { takeConfig, takeOccasions } from "./outbox-messages";
import { RealmDouble } from "./realm-double";
import { enterSeason, runningSeason } from "./season-rows";

let database: TestDatabase;
let calendar: CalendarUnderTest;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  for (const table of ["dc_boot", "dc_outbox", "dc_calendar", "dc_calendar_events", "dc_seasons"]) {
    await execute(database.pool, `DELETE FROM ${table}`);
  }
  await RealmDouble.start(database.pool);
  calendar = calendarOn(database.pool);
});

/** What is told of seasons by a look. */
async function told(at: string): Promise<string[]> {
  const messages = await calendar.at(at);
  return messages.filter((message) => message.includes("season"));
}

describe("a season", () => {
  test("starts with its first second and ends with the one after its last", async () => {
    await calendar.look("2026-07-01 12:00");
    await enterSeason(database.pool, 3, "2026-07-10 10:00", "2026-07-20 10:00");
    expect(await told("2026-07-10 09:59:59")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(0);
    expect(await told("2026-07-10 10:00:00")).toEqual(["1 season_start 3"]);
    expect(await runningSeason(database.pool)).toBe(3);
    expect(await told("2026-07-20 09:59:59")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(3);
    expect(await told("2026-07-20 10:00:00")).toEqual(["1 season_end 3"]);
    expect(await runningSeason(database.pool)).toBe(0);
    expect(await told("2026-07-20 10:00:01")).toEqual([]);
  });

  test("ends before the next one starts at the same moment", async () => {
    await enterSeason(database.pool, 4, "2026-07-10 10:00", null);
    await enterSeason(database.pool, 3, "2026-07-01 10:00", "2026-07-10 10:00");
    expect(await told("2026-07-05 12:00")).toEqual(["1 season_start 3"]);
    expect(await told("2026-07-10 10:00")).toEqual(["1 season_end 3", "1 season_start 4"]);
    expect(await runningSeason(database.pool)).toBe(4);
  });

  test("that ran already when it was entered starts then", async () => {
    await calendar.look("2026-07-05 12:00");
    await enterSeason(database.pool, 3, "2026-01-01 00:00", null);
    expect(await told("2026-07-05 12:00:01")).toEqual(["1 season_start 3"]);
    expect(await runningSeason(database.pool)).toBe(3);
  });

  test("that was over before is history", async () => {
    await calendar.look("2026-07-05 12:00");
    await enterSeason(database.pool, 2, "2026-01-01 00:00", "2026-02-01 00:00");
    expect(await told("2026-07-05 12:00:01")).toEqual([]);
    expect(await told("2026-07-06 12:00")).toEqual([]);
  });

  test("with an end that is moved ends once, and is not begun again", async () => {
    await enterSeason(database.pool, 3, "2026-07-01 10:00", null);
    await calendar.look("2026-07-05 12:00");
    await takeOccasions(database.pool);
    await enterSeason(database.pool, 3, "2026-07-01 10:00", "2026-07-06 10:00");
    expect(await told("2026-07-06 10:00")).toEqual(["1 season_end 3"]);
    await enterSeason(database.pool, 3, "2026-07-01 10:00", "2026-07-30 10:00");
    expect(await told("2026-07-07 10:00")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(0);
    expect(await told("2026-07-30 10:00")).toEqual([]);
  });

  test("that is deleted runs no more: the realm is told to read its calendar, and of no end", async () => {
    await enterSeason(database.pool, 3, "2026-07-01 10:00", null);
    await calendar.look("2026-07-05 12:00");
    await takeOccasions(database.pool);
    await takeConfig(database.pool);
    await execute(database.pool, "DELETE FROM dc_seasons");
    expect(await told("2026-07-05 12:01")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(0);
    expect(await takeConfig(database.pool)).toEqual(["1 dc_calendar"]);
  });
});

describe("after a downtime", () => {
  beforeEach(async () => {
    await calendar.look("2026-07-05 12:00");
  });

  test("a season that came and went gets both, among the others in order of time", async () => {
    await enterSeason(database.pool, 3, "2026-07-05 13:00", "2026-07-05 14:00");
    await enterSeason(database.pool, 1, "2026-07-06 10:00", "2026-07-07 10:00");
    await enterSeason(database.pool, 2, "2026-07-07 10:00", "2026-08-07 10:00");
    expect(await calendar.at("2026-07-08 03:00")).toEqual([
      "1 season_start 3",
      "1 season_end 3",
      "1 season_start 1",
      `1 daily_reset ${utc("2026-07-07 04:00")}`,
      "1 season_end 1",
      "1 season_start 2",
    ]);
    expect(await runningSeason(database.pool)).toBe(2);
  });

  test("several bridges that start together tell it once", async () => {
    await enterSeason(database.pool, 1, "2026-07-06 10:00", "2026-07-07 10:00");
    const bridges = [calendar, calendarOn(database.pool), calendarOn(database.pool)];
    await Promise.all(bridges.map((bridge) => bridge.look("2026-07-08 03:00")));
    const messages = await takeOccasions(database.pool);
    expect(messages.filter((message) => message.includes("season"))).toEqual([
      "1 season_start 1",
      "1 season_end 1",
    ]);
  });
});

describe("a realm that is seen for the first time", () => {
  test("starts the season that runs and no other", async () => {
    await enterSeason(database.pool, 1, "2026-01-01 00:00", "2026-02-01 00:00");
    await enterSeason(database.pool, 2, "2026-02-01 00:00", "2026-08-01 00:00");
    await enterSeason(database.pool, 3, "2026-08-01 00:00", null);
    expect(await told("2026-07-05 12:00")).toEqual(["1 season_start 2"]);
    expect(await told("2026-08-01 00:00")).toEqual(["1 season_end 2", "1 season_start 3"]);
  });

  test("of several has its own starts", async () => {
    await enterSeason(database.pool, 2, "2026-02-01 00:00", "2026-08-01 00:00");
    expect(await told("2026-07-05 12:00")).toEqual(["1 season_start 2"]);
    await RealmDouble.start(database.pool, 2);
    expect(await told("2026-07-06 12:00")).toEqual(["2 season_start 2"]);
    expect(await told("2026-08-01 00:00")).toEqual(["1 season_end 2", "2 season_end 2"]);
  });
});

describe("rows with something wrong", () => {
  test("never take place, and hold up no other", async () => {
    await enterSeason(database.pool, 0, "2026-07-01 00:00", "2026-07-30 00:00");
    await enterSeason(database.pool, 1, null, "2026-07-30 00:00");
    await enterSeason(database.pool, 2, "2026-07-10 00:00", "2026-07-01 00:00");
    await enterSeason(database.pool, 3, "2026-07-01 00:00", "2026-07-30 00:00");
    expect(await told("2026-07-05 12:00")).toEqual(["1 season_start 3"]);
    expect(await told("2026-07-31 12:00")).toEqual(["1 season_end 3"]);
  });

  test("that overlap take place one after the other: the later one waits, and is left out if it is over by then", async () => {
    await enterSeason(database.pool, 1, "2026-07-01 00:00", "2026-07-30 00:00");
    await enterSeason(database.pool, 2, "2026-07-10 00:00", "2026-07-20 00:00");
    await enterSeason(database.pool, 3, "2026-07-25 00:00", "2026-08-05 00:00");
    expect(await told("2026-07-05 12:00")).toEqual(["1 season_start 1"]);
    for (const at of ["2026-07-10 00:00", "2026-07-20 00:00", "2026-07-25 00:00"]) {
      expect(await told(at)).toEqual([]);
      expect(await runningSeason(database.pool)).toBe(1);
    }
    expect(await told("2026-07-30 00:00")).toEqual(["1 season_end 1", "1 season_start 3"]);
    expect(await runningSeason(database.pool)).toBe(3);
    expect(await told("2026-08-05 00:00")).toEqual(["1 season_end 3"]);
    expect(await told("2026-08-06 00:00")).toEqual([]);
  });
});
