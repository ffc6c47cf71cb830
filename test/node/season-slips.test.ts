import { readFileSync } from "node:fs";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import { execute, select } from "../../server-bridge/node/database/query";
import { createDatabase, type TestDatabase } from "../database";
import { calendarOn, type CalendarUnderTest } from "./calendar-under-test";
import { keepLog, type KeptLog } from "./kept-log";
import { enterSeason, runningSeason } from "./season-rows";
import { takeOccasions } from "./outbox-messages";
import { RealmDouble } from "./realm-double";

let database: TestDatabase;
let calendar: CalendarUnderTest;
let kept: KeptLog;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

async function told(at: string): Promise<string[]> {
  const messages = await calendar.at(at);
  return messages.filter((message) => message.includes("season"));
}

/** A realm whose season 1 has run since the 1st, on the 5th. */
beforeEach(async () => {
  for (const table of ["dc_boot", "dc_outbox", "dc_calendar", "dc_calendar_events", "dc_seasons"]) {
    await execute(database.pool, `DELETE FROM ${table}`);
  }
  await RealmDouble.start(database.pool);
  kept = keepLog();
  calendar = calendarOn(database.pool, {}, kept.log);
  await enterSeason(database.pool, 1, "2026-07-01 10:00", "2026-09-01 10:00");
  await calendar.look("2026-07-05 12:00");
  expect(await takeOccasions(database.pool)).toEqual(["1 season_start 1"]);
  kept.take();
});

describe("a season that runs, and whose row is mistyped,", () => {
  test.each<[string, string | null, string | null, RegExp]>([
    [
      "to start later",
      "2027-07-01 10:00",
      "2027-09-01 10:00",
      /its starts_at is 2027-07-01 10:00:00 UTC now/,
    ],
    ["to start never", null, "2026-09-01 10:00", /starts_at is NULL/],
    ["to end before its start", "2026-07-01 10:00", "2025-09-01 10:00", /is not before ends_at/],
    [
      "to have ended while it ran",
      "2026-07-01 10:00",
      "2026-07-02 10:00",
      /ran after 2026-07-02 10:00:00 UTC/,
    ],
  ])(
    "%s, runs on, which is said once, and as ever when it is put right",
    async (_, startsAt, endsAt, said) => {
      await enterSeason(database.pool, 1, startsAt, endsAt);
      for (const at of ["2026-07-05 12:01", "2026-07-06 12:00", "2026-07-07 12:00"]) {
        expect(await told(at)).toEqual([]);
        expect(await runningSeason(database.pool)).toBe(1);
      }
      expect(kept.take().filter((line) => !line.includes("daily_reset"))).toEqual([
        expect.stringMatching(/^realm 1: season 1 'Season 1' /),
      ]);
      await enterSeason(database.pool, 1, startsAt, endsAt);
      await enterSeason(database.pool, 1, "2026-07-01 10:00", "2026-09-01 10:00");
      expect(await told("2026-07-07 12:01")).toEqual([]);
      expect(await runningSeason(database.pool)).toBe(1);
      await enterSeason(database.pool, 1, startsAt, endsAt);
      await calendar.look("2026-07-07 12:02");
      expect(kept.take()).toEqual([expect.stringMatching(said)]);
      await enterSeason(database.pool, 1, "2026-07-01 10:00", "2026-07-07 12:03");
      expect(await told("2026-07-07 12:03")).toEqual(["1 season_end 1"]);
      expect(await runningSeason(database.pool)).toBe(0);
    },
  );

  test("to start never, ends all the same when it is told to", async () => {
    await enterSeason(database.pool, 1, null, "2026-07-05 13:00");
    expect(await told("2026-07-05 13:00")).toEqual(["1 season_end 1"]);
  });

  test("to be of another number, keeps the other from starting", async () => {
    await execute(database.pool, "UPDATE dc_seasons SET season_id = 2");
    expect(await told("2026-07-05 12:01")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(0);
    expect(kept.take()).toEqual([
      expect.stringMatching(/^realm 1: season 1 has started .* its row is gone/),
      expect.stringMatching(/^realm 1: season 2 'Season 1' .* waits until season 1 has ended/),
    ]);
    await execute(database.pool, "UPDATE dc_seasons SET season_id = 1");
    expect(await told("2026-07-05 12:02")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(1);
  });
});

describe("a season that runs and is deleted", () => {
  beforeEach(async () => {
    await execute(database.pool, "DELETE FROM dc_seasons");
    expect(await told("2026-07-05 12:01")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(0);
  });

  test("runs on when it is entered again", async () => {
    await enterSeason(database.pool, 1, "2026-07-01 10:00", "2026-09-01 10:00");
    expect(await told("2026-07-05 12:02")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(1);
    expect(await told("2026-09-01 10:00")).toEqual(["1 season_end 1"]);
  });

  test("also when it is entered with an end before its start", async () => {
    await enterSeason(database.pool, 1, "2026-07-01 10:00", "2025-09-01 10:00");
    expect(await told("2026-07-05 12:02")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(1);
  });

  test("keeps the next one waiting until it is entered again and has an end, also one in the past", async () => {
    await enterSeason(database.pool, 2, "2026-07-06 10:00", null);
    expect(await told("2026-07-06 12:00")).toEqual([]);
    expect(await told("2026-07-08 12:00")).toEqual([]);
    await enterSeason(database.pool, 1, "2026-07-01 10:00", "2026-07-06 10:00");
    expect(await told("2026-07-08 12:01")).toEqual(["1 season_end 1", "1 season_start 2"]);
    expect(await runningSeason(database.pool)).toBe(2);
  });
});

describe("the next season", () => {
  test("entered for this month instead of the next starts nothing, and as planned when it is put right", async () => {
    await enterSeason(database.pool, 2, "2026-07-01 10:00", "2026-12-01 10:00");
    expect(await told("2026-07-05 12:01")).toEqual([]);
    expect(await runningSeason(database.pool)).toBe(1);
    expect(kept.take()).toEqual([
      "realm 1: season 2 'Season 2' should have started, and waits until season 1 has ended",
    ]);
    await enterSeason(database.pool, 2, "2026-09-01 10:00", "2026-12-01 10:00");
    expect(await told("2026-07-05 12:02")).toEqual([]);
    expect(await told("2026-09-01 10:00")).toEqual(["1 season_end 1", "1 season_start 2"]);
  });

  test("starts at once when the one that has no end is given one", async () => {
    await enterSeason(database.pool, 1, "2026-07-01 10:00", null);
    await enterSeason(database.pool, 2, "2026-07-10 10:00", null);
    expect(await told("2026-07-10 10:00")).toEqual([]);
    await enterSeason(database.pool, 1, "2026-07-01 10:00", "2026-07-11 10:00");
    expect(await told("2026-07-11 10:00")).toEqual(["1 season_end 1", "1 season_start 2"]);
    expect(await runningSeason(database.pool)).toBe(2);
  });
});

test("a season that runs is known to a realm whose calendar was deleted", async () => {
  await execute(database.pool, "DELETE FROM dc_calendar");
  expect(await told("2026-07-05 12:01")).toEqual([]);
  expect(await runningSeason(database.pool)).toBe(1);
  expect(await told("2026-09-01 10:00")).toEqual(["1 season_end 1"]);
});

test("seasons that an earlier version let run at the same time end once each, and the one that started last runs", async () => {
  await enterSeason(database.pool, 2, "2026-07-04 10:00", "2026-07-20 10:00");
  await execute(
    database.pool,
    "INSERT INTO dc_calendar_events (realm_id, kind, occasion) VALUES (1, 'season_start', 2)",
  );
  await execute(database.pool, "UPDATE dc_calendar SET season_id = 2, last_season_id = 2");
  expect(await told("2026-07-20 10:00")).toEqual(["1 season_end 2"]);
  expect(await runningSeason(database.pool)).toBe(0);
  expect(await told("2026-09-01 10:00")).toEqual(["1 season_end 1"]);
  expect(await told("2026-09-02 10:00")).toEqual([]);
});

describe("the migration that notes which season started last", () => {
  const migration = readFileSync("server-bridge/sql/migrations/0010.do.calendar-keeping.sql", "utf8");
  const statements = migration.split(";").map((statement) => statement.trim());
  const update = statements.find((statement) => statement.startsWith("UPDATE")) ?? "";

  async function lastSeason(): Promise<unknown> {
    await execute(database.pool, "UPDATE dc_calendar SET last_season_id = 0");
    await execute(database.pool, update);
    const [row] = await select(database.pool, "SELECT last_season_id FROM dc_calendar");
    return row?.last_season_id;
  }

  test("takes the one that runs, and where none does the one that the realm was told of last", async () => {
    expect(await lastSeason()).toBe(1);
    await execute(
      database.pool,
      `INSERT INTO dc_calendar_events (realm_id, kind, occasion, happened_at) VALUES
       (1, 'season_start', 7, CURRENT_TIMESTAMP - INTERVAL 2 DAY), (1, 'season_end', 9, CURRENT_TIMESTAMP),
       (2, 'season_start', 8, CURRENT_TIMESTAMP + INTERVAL 1 DAY)`,
    );
    expect(await lastSeason()).toBe(1);
    await execute(database.pool, "UPDATE dc_calendar SET season_id = 0");
    expect(await lastSeason()).toBe(1);
    await execute(database.pool, "DELETE FROM dc_calendar_events WHERE realm_id = 1 AND occasion = 1");
    expect(await lastSeason()).toBe(7);
    await execute(database.pool, "DELETE FROM dc_calendar_events");
    expect(await lastSeason()).toBe(0);
  });
});
