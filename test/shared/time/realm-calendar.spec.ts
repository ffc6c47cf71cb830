import { lastSeen, type RealmCalendar, rollForward, streakStepIn } from "../../../shared/time/realm-calendar";
import { expectEqual } from "../expectations";

const DAY = 86400;
const CALENDAR: RealmCalendar = {
  previousDailyReset: 1000,
  dailyReset: 1000 + DAY,
  nextDailyReset: 1000 + 2 * DAY,
  weeklyReset: 1000,
  seasonId: 4,
};

describe("rollForward", () => {
  it("leaves a calendar that is up to date alone", () => {
    expectEqual(rollForward(CALENDAR, 999 + 2 * DAY), CALENDAR);
  });

  it("goes on by days when no bridge has told the next reset", () => {
    const next = rollForward(CALENDAR, 1000 + 2 * DAY);
    expectEqual(
      [next.previousDailyReset, next.dailyReset, next.nextDailyReset],
      [1000 + DAY, 1000 + 2 * DAY, 1000 + 3 * DAY],
    );
    const later = rollForward(CALENDAR, 1000 + 5 * DAY + 5);
    expectEqual(
      [later.previousDailyReset, later.dailyReset, later.nextDailyReset],
      [1000 + 4 * DAY, 1000 + 5 * DAY, 1000 + 6 * DAY],
    );
    expectEqual(later.seasonId, 4);
  });
});

describe("streakStepIn", () => {
  it("judges by the realm's resets, also on a day of 23 or 25 hours", () => {
    expectEqual(streakStepIn(CALENDAR, 0), "broken");
    expectEqual(streakStepIn(CALENDAR, 999), "broken");
    expectEqual(streakStepIn(CALENDAR, 1000), "next day");
    expectEqual(streakStepIn(CALENDAR, 999 + DAY), "next day");
    expectEqual(streakStepIn(CALENDAR, 1000 + DAY), "same day");
  });
});

describe("lastSeen", () => {
  it("is the last login, or the reset over which the player stayed", () => {
    expectEqual(lastSeen(CALENDAR, 500, 0), 500);
    expectEqual(lastSeen(CALENDAR, 500, 1000), 1000);
    expectEqual(lastSeen(CALENDAR, 1500, 1000), 1500);
  });

  it("passes over a reset that is still to come, as a clock that was ahead has left it", () => {
    expectEqual(lastSeen(CALENDAR, 500, 1000 + 2 * DAY), 500);
    expectEqual(lastSeen(CALENDAR, 500, 999 + 2 * DAY), 999 + 2 * DAY);
  });
});
