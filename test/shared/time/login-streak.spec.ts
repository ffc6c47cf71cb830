import { streakAfter } from "../../../shared/time/login-streak";
import { expectEqual } from "../expectations";

describe("login streak", () => {
  it("makes the days in a row", () => {
    expectEqual(streakAfter(0, "broken"), 1);
    expectEqual(streakAfter(9, "broken"), 1);
    expectEqual(streakAfter(9, "next day"), 10);
    expectEqual(streakAfter(9, "same day"), 9);
    expectEqual(streakAfter(0, "same day"), 1);
  });
});
