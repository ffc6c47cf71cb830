import { applyOperation } from "../../../shared/profile/apply-operation";
import type { OperationKind } from "../../../shared/profile/operation";
import { emptyPlayerState, isBlank } from "../../../shared/profile/player-state";
import { expectEqual } from "../expectations";

describe("a player's state", () => {
  function after(kind: OperationKind, subject: string, subjectId: number, amount: number): boolean {
    const state = emptyPlayerState();
    applyOperation(state, { kind, subject, subjectId, amount, source: "spec", cause: "" });
    return isBlank(state);
  }

  it("is blank until something has happened", () => {
    expectEqual(isBlank(emptyPlayerState()), true);
    expectEqual(after("add", "total_pvp_kills", 0, 0), true);
    expectEqual(after("add", "total_pvp_kills", 0, 1), false);
    expectEqual(after("earn", "", 2, 1), false);
    expectEqual(after("unlock", "mount", 1001, 0), false);
    expectEqual(after("delete", "", 0, 0), true);
  });
});
