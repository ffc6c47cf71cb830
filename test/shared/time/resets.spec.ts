import {
  dayNumber,
  lastDailyReset,
  lastWeeklyReset,
  nextDailyReset,
  type OffsetAt,
} from "../../../shared/time/resets";
import { expectEqual } from "../expectations";
import { at, berlin, DAY, HOUR, SUMMER_TIME_BEGINS, SUMMER_TIME_ENDS, utc } from "./berlin";

const SUNDAY = 0;
const WEDNESDAY = 3;

describe("daily reset", () => {
  it("is at midnight of the realm's clock for reset hour 0", () => {
    expectEqual(lastDailyReset(at(2026, 1, 15, 22, 59, 59), 0, berlin), at(2026, 1, 14, 23));
    expectEqual(lastDailyReset(at(2026, 1, 15, 23), 0, berlin), at(2026, 1, 15, 23));
    expectEqual(nextDailyReset(at(2026, 1, 15, 22, 59, 59), 0, berlin), at(2026, 1, 15, 23));
    expectEqual(nextDailyReset(at(2026, 1, 15, 23), 0, berlin), at(2026, 1, 16, 23));
  });

  it("is at the reset hour, before which the day is still yesterday", () => {
    expectEqual(lastDailyReset(at(2026, 1, 15, 5, 59, 59), 6, utc), at(2026, 1, 14, 6));
    expectEqual(lastDailyReset(at(2026, 1, 15, 6), 6, utc), at(2026, 1, 15, 6));
    expectEqual(dayNumber(at(2026, 1, 15, 5, 59, 59), 6, utc), at(2026, 1, 14) / DAY);
    expectEqual(dayNumber(at(2026, 1, 15, 6), 6, utc), at(2026, 1, 15) / DAY);
  });

  it("knows leap days", () => {
    expectEqual(nextDailyReset(at(2028, 2, 28, 12), 3, utc), at(2028, 2, 29, 3));
    expectEqual(nextDailyReset(at(2028, 2, 29, 12), 3, utc), at(2028, 3, 1, 3));
    expectEqual(nextDailyReset(at(2027, 2, 28, 12), 3, utc), at(2027, 3, 1, 3));
  });

  it("works west of Greenwich and far east of it", () => {
    expectEqual(
      lastDailyReset(at(2026, 1, 15, 13), 3, () => -10 * HOUR),
      at(2026, 1, 15, 13),
    );
    expectEqual(
      lastDailyReset(at(2026, 1, 15, 12), 3, () => -10 * HOUR),
      at(2026, 1, 14, 13),
    );
    expectEqual(
      lastDailyReset(at(2026, 1, 15, 13), 3, () => 14 * HOUR),
      at(2026, 1, 15, 13),
    );
  });
});

describe("daily reset over a change of the clock", () => {
  it("has a day of 23 hours in spring", () => {
    const before = nextDailyReset(SUMMER_TIME_BEGINS - DAY, 6, berlin);
    const after = nextDailyReset(before, 6, berlin);
    expectEqual(before, at(2026, 3, 28, 5));
    expectEqual(after, at(2026, 3, 29, 4));
    expectEqual((after - before) / HOUR, 23);
  });

  it("has a day of 25 hours in autumn", () => {
    const before = nextDailyReset(SUMMER_TIME_ENDS - DAY, 6, berlin);
    const after = nextDailyReset(before, 6, berlin);
    expectEqual(before, at(2026, 10, 24, 4));
    expectEqual(after, at(2026, 10, 25, 5));
    expectEqual((after - before) / HOUR, 25);
  });

  it("comes when the clock jumps over the reset hour", () => {
    expectEqual(nextDailyReset(SUMMER_TIME_BEGINS - 1, 2, berlin), SUMMER_TIME_BEGINS);
    expectEqual(lastDailyReset(SUMMER_TIME_BEGINS, 2, berlin), SUMMER_TIME_BEGINS);
    expectEqual(lastDailyReset(SUMMER_TIME_BEGINS - 1, 2, berlin), at(2026, 3, 28, 1));
  });

  it("comes at the first of two reset hours", () => {
    const reset = at(2026, 10, 25);
    expectEqual(nextDailyReset(reset - 1, 2, berlin), reset);
    expectEqual(lastDailyReset(SUMMER_TIME_ENDS, 2, berlin), reset);
    expectEqual(nextDailyReset(reset, 2, berlin), at(2026, 10, 26, 1));
  });
});

describe("resets follow from one another", () => {
  const zones: [name: string, offsetAt: OffsetAt][] = [
    ["Berlin", berlin],
    ["UTC", utc],
    ["an offset of 5:45", () => 5 * HOUR + 45 * 60],
  ];
  for (const [name, offsetAt] of zones) {
    it(`every day of 2026 and at every reset hour, in ${name}`, () => {
      for (let resetHour = 0; resetHour < 24; resetHour++) {
        let reset = lastDailyReset(at(2026, 1, 1, 12), resetHour, offsetAt);
        for (let day = 0; day < 365; day++) {
          const next = nextDailyReset(reset, resetHour, offsetAt);
          const hours = (next - reset) / HOUR;
          const days = dayNumber(next, resetHour, offsetAt) - dayNumber(next - 1, resetHour, offsetAt);
          const fits = lastDailyReset(next - 1, resetHour, offsetAt) === reset;
          if (hours < 23 || hours > 25 || days !== 1 || !fits) error(`wrong reset at ${next.toFixed(0)}`);
          reset = next;
        }
        expectEqual(
          dayNumber(reset, resetHour, offsetAt),
          dayNumber(at(2027, 1, 1, 12), resetHour, offsetAt),
        );
      }
    });
  }
});

describe("weekly reset", () => {
  it("is at the reset hour of the weekday", () => {
    expectEqual(lastWeeklyReset(at(2026, 1, 14, 5), WEDNESDAY, 5, utc), at(2026, 1, 14, 5));
    expectEqual(lastWeeklyReset(at(2026, 1, 14, 4, 59, 59), WEDNESDAY, 5, utc), at(2026, 1, 7, 5));
  });

  it("is found from each day of the week", () => {
    for (let weekday = 0; weekday < 7; weekday++) {
      // 4 January 2026 was a Sunday.
      const reset = at(2026, 1, 4 + weekday, 5);
      for (let days = 0; days < 7; days++) {
        expectEqual(lastWeeklyReset(reset + days * DAY + 1, weekday, 5, utc), reset);
      }
    }
  });

  it("keeps to the realm's clock over both changes", () => {
    expectEqual(lastWeeklyReset(SUMMER_TIME_BEGINS + DAY, SUNDAY, 6, berlin), at(2026, 3, 29, 4));
    expectEqual(lastWeeklyReset(SUMMER_TIME_BEGINS, SUNDAY, 6, berlin), at(2026, 3, 22, 5));
    expectEqual(lastWeeklyReset(SUMMER_TIME_ENDS + DAY, SUNDAY, 6, berlin), at(2026, 10, 25, 5));
  });
});
