import type { Operation } from "../../../shared/profile/operation";
import { emptyPlayerState } from "../../../shared/profile/player-state";
import { type JournaledOperation, rebase } from "../../../shared/profile/reconcile";
import { expectEqual } from "../expectations";

function earn(sequence: number, amount: number): JournaledOperation {
  const operation: Operation = {
    kind: "earn",
    subject: "",
    subjectId: 2,
    amount,
    source: "spec",
    cause: "",
  };
  return { sequence, player: 1, operation };
}

describe("rebase", () => {
  it("puts on top of the tables exactly what they do not hold", () => {
    const base = emptyPlayerState();
    base.balances[2] = 1000;
    const state = rebase(base, [earn(4, 10), earn(5, 20), earn(6, 40)], 5);
    expectEqual(state.balances[2], 1040);
  });

  it("leaves the tables' state as it is when everything has been acknowledged", () => {
    const state = rebase(emptyPlayerState(), [earn(1, 10)], 1);
    expectEqual(state, emptyPlayerState());
  });
});
