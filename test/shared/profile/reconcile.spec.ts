import type { Operation, OperationKind } from "../../../shared/profile/operation";
import { emptyPlayerState } from "../../../shared/profile/player-state";
import { rebase } from "../../../shared/profile/reconcile";
import { expectEqual } from "../expectations";

function pending(
  kind: OperationKind,
  subject: string,
  subjectId: number,
  amount: number,
): { operation: Operation } {
  return { operation: { kind, subject, subjectId, amount, source: "spec", cause: "" } };
}

describe("rebase", () => {
  it("puts on top of the tables what they do not hold", () => {
    const base = emptyPlayerState();
    base.balances[2] = 1000;
    const state = rebase(base, [pending("earn", "", 2, 40), pending("earn", "", 2, 20)]);
    expectEqual(state.balances[2], 1060);
  });

  it("in the order in which it happened: the newest comes first in the list", () => {
    const state = rebase(emptyPlayerState(), [
      pending("add", "mythic_rating", 0, 5),
      pending("set", "mythic_rating", 0, 100),
    ]);
    const expected = emptyPlayerState();
    rebase(expected, [pending("set", "mythic_rating", 0, 105)]);
    expectEqual(state, expected);
  });

  it("leaves the tables' state as it is when everything has been acknowledged", () => {
    expectEqual(rebase(emptyPlayerState(), []), emptyPlayerState());
  });
});
