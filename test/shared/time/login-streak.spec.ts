import { streakAfter, streakStep } from "../../../shared/time/login-streak";
import { expectEqual } from "../expectations";
import { at, berlin, DAY, HOUR, SUMMER_TIME_BEGINS, SUMMER_TIME_ENDS } from "./berlin";

const RESET_HOUR = 6;

function step(previous: number, now: number): string {
  return streakStep(previous, now, RESET_HOUR, berlin);
}

describe("login streak", () => {
  it("counts days of the realm, which begin at the daily reset", () => {
    // 06:00 in Berlin is 05:00 UTC in winter.
    expectEqual(step(at(2026, 1, 15, 5), at(2026, 1, 16, 4, 59, 59)), "same day");
    expectEqual(step(at(2026, 1, 15, 4, 59, 59), at(2026, 1, 15, 5)), "next day");
    expectEqual(step(at(2026, 1, 15, 5), at(2026, 1, 17, 4, 59, 59)), "next day");
    expectEqual(step(at(2026, 1, 15, 5), at(2026, 1, 17, 5)), "broken");
  });

  it("does not begin a day at midnight", () => {
    expectEqual(step(at(2026, 1, 15, 22, 30), at(2026, 1, 15, 23, 30)), "same day");
  });

  it("goes on over days of 23 and of 25 hours", () => {
    for (const change of [SUMMER_TIME_BEGINS, SUMMER_TIME_ENDS]) {
      const evening = change - 5 * HOUR;
      expectEqual(step(evening, evening + DAY), "next day");
      expectEqual(step(evening - DAY, evening), "next day");
      expectEqual(step(evening - DAY, evening + DAY), "broken");
    }
    expectEqual(step(at(2026, 3, 28, 5), at(2026, 3, 29, 3, 59, 59)), "same day");
    expectEqual(step(at(2026, 3, 28, 5), at(2026, 3, 30, 3, 59, 59)), "next day");
    expectEqual(step(at(2026, 10, 24, 4), at(2026, 10, 25, 4, 59, 59)), "same day");
    expectEqual(step(at(2026, 10, 24, 4), at(2026, 10, 26, 4, 59, 59)), "next day");
  });

  it("goes on over a leap day", () => {
    expectEqual(step(at(2028, 2, 28, 12), at(2028, 2, 29, 12)), "next day");
    expectEqual(step(at(2028, 2, 28, 12), at(2028, 3, 1, 12)), "broken");
  });

  it("begins with the first login, and does not mind a clock that was set back", () => {
    expectEqual(step(0, at(2026, 1, 15)), "broken");
    expectEqual(step(at(2026, 1, 20), at(2026, 1, 15)), "same day");
  });

  it("makes the days in a row", () => {
    expectEqual(streakAfter(0, "broken"), 1);
    expectEqual(streakAfter(9, "broken"), 1);
    expectEqual(streakAfter(9, "next day"), 10);
    expectEqual(streakAfter(9, "same day"), 9);
    expectEqual(streakAfter(0, "same day"), 1);
  });
});
