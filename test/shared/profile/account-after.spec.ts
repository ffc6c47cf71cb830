import { accountAfter } from "../../../shared/profile/account-after";
import { expectEqual } from "../expectations";

describe("the account of a player's row", () => {
  it("is the first that an operation names, and goes with the row", () => {
    expectEqual(accountAfter(0, "add", 0), 0);
    expectEqual(accountAfter(0, "earn", 5), 5);
    expectEqual(accountAfter(3, "set", 5), 3);
    expectEqual(accountAfter(3, "add", 0), 3);
    expectEqual(accountAfter(3, "delete", 3), 0);
  });
});
