import { expectEqual } from "../../shared/expectations";
import { select } from "../support/database";
import { errorsOf, pass } from "../support/realm";
import { playing, run } from "./playing";

describe("a string of a script that is no UTF-8", () => {
  it("reaches the tables as Latin-1, and with it what everybody else has got in that tick", () => {
    const realm = playing();
    run(
      realm,
      `DC.PlayerProfile:AddCurrency(7, 2, 1, "H\\228ndler")
       DC.PlayerProfile:AddCurrency(7, 2, 2, "plain")
       DC.PlayerProfile:AddCurrency(7, 2, 3, "H\\195\\164ndler \\240\\159\\152\\128")
       DC.PlayerProfile:AddCurrency(7, 2, 4, "cut \\240\\159\\152")
       DC.PlayerProfile:AddCurrency(7, 2, 5, "surrogate \\237\\160\\128 overlong \\192\\175 beyond \\244\\144\\128\\128")`,
    );
    pass(realm, 200);
    expectEqual(errorsOf(realm), []);
    const rows = select(
      "SELECT amount, HEX(CONVERT(source USING utf8mb4)) FROM dc_journal WHERE kind = 'earn' ORDER BY sequence",
    );
    expectEqual(
      rows.map(([amount]) => amount),
      ["1", "2", "3", "4", "5"],
    );
    const [latin, plain, right, cut] = rows.map(([, hex]) => hex);
    expectEqual(latin, "48C3A46E646C6572");
    expectEqual(plain, "706C61696E");
    expectEqual(right, "48C3A46E646C657220F09F9880");
    expectEqual(cut, "63757420C3B0C29FC298");
  });

  it("is no name of a request: in the tables one name could be another's", () => {
    const realm = playing();
    for (const name of ["n\\233", "n\\195\\169"]) {
      const call = `DC.PlayerProfile:AddCurrency(7, 2, 6, "order", "${name}")`;
      expectEqual(run(realm, `return (pcall(function() ${call} end))`), [false]);
    }
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [0]);
  });
});
