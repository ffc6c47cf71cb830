import { FIELD_INDEX } from "../../../shared/catalog/profile-fields";
import { applyOperation } from "../../../shared/profile/apply-operation";
import type { Operation, OperationKind } from "../../../shared/profile/operation";
import { emptyPlayerState, type PlayerState } from "../../../shared/profile/player-state";
import { expectEqual } from "../expectations";

function operation(kind: OperationKind, subject: string, subjectId: number, amount: number): Operation {
  return { kind, subject, subjectId, amount, source: "spec", cause: "" };
}

function walletOf({ balances, earned, spent }: PlayerState, id: number): object {
  return { amount: balances[id], earned: earned[id], spent: spent[id] };
}

describe("applyOperation on stats", () => {
  it("adds and returns the change", () => {
    const state = emptyPlayerState();
    expectEqual(applyOperation(state, operation("add", "mythic_rating", 0, 25)), 25);
    expectEqual(applyOperation(state, operation("add", "mythic_rating", 0, -5)), -5);
    expectEqual(state.fields[FIELD_INDEX.mythic_rating], 20);
  });

  it("ends at the maximum of the column's type and never wraps", () => {
    const state = emptyPlayerState();
    applyOperation(state, operation("set", "prestige_level", 0, 250));
    expectEqual(applyOperation(state, operation("add", "prestige_level", 0, 10)), 5);
    expectEqual(state.fields[FIELD_INDEX.prestige_level], 255);
    applyOperation(state, operation("set", "mythic_rating", 0, 4294967290));
    expectEqual(applyOperation(state, operation("add", "mythic_rating", 0, 100)), 5);
    applyOperation(state, operation("set", "total_playtime_seconds", 0, 9007199254740990));
    expectEqual(applyOperation(state, operation("add", "total_playtime_seconds", 0, 9007199254740991)), 1);
    expectEqual(state.fields[FIELD_INDEX.total_playtime_seconds], 9007199254740991);
  });

  it("ends at 0 downwards", () => {
    const state = emptyPlayerState();
    expectEqual(applyOperation(state, operation("add", "mythic_rating", 0, -1)), 0);
    expectEqual(state.fields[FIELD_INDEX.mythic_rating], 0);
  });

  it("keeps no minus zero, which would be written as -0", () => {
    const state = emptyPlayerState();
    // A literal -0 is the integer 0 in Lua 5.3 and later.
    const minusZero = -1 / Infinity;
    expectEqual(applyOperation(state, operation("set", "mythic_rating", 0, minusZero)), 0);
    expectEqual(1 / state.fields[FIELD_INDEX.mythic_rating], Infinity);
    applyOperation(state, operation("set", "mythic_rating", 0, 5));
    expectEqual(applyOperation(state, operation("set", "mythic_rating", 0, minusZero)), -5);
    expectEqual(1 / state.fields[FIELD_INDEX.mythic_rating], Infinity);
    applyOperation(state, operation("add", "mythic_rating", 0, minusZero));
    expectEqual(1 / state.fields[FIELD_INDEX.mythic_rating], Infinity);
  });

  it("keeps a boolean at 0 or 1 and a time within what TIMESTAMP holds", () => {
    const state = emptyPlayerState();
    applyOperation(state, operation("set", "season_pass_premium", 0, 7));
    applyOperation(state, operation("set", "last_login", 0, 4294967295));
    expectEqual(state.fields[FIELD_INDEX.season_pass_premium], 1);
    expectEqual(state.fields[FIELD_INDEX.last_login], 2147483647);
  });
});

describe("applyOperation on currencies", () => {
  it("counts what was earned and spent in all", () => {
    const state = emptyPlayerState();
    expectEqual(applyOperation(state, operation("earn", "", 2, 75)), 75);
    expectEqual(applyOperation(state, operation("spend", "", 2, 30)), -30);
    expectEqual(walletOf(state, 2), { amount: 45, earned: 75, spent: 30 });
  });

  it("takes no more than there is, and says how much it took", () => {
    const state = emptyPlayerState();
    applyOperation(state, operation("earn", "", 2, 10));
    expectEqual(applyOperation(state, operation("spend", "", 2, 30)), -10);
    expectEqual(walletOf(state, 2), { amount: 0, earned: 10, spent: 10 });
  });

  it("ends at 2^53 - 1", () => {
    const state = emptyPlayerState();
    applyOperation(state, operation("earn", "", 2, 9007199254740991));
    expectEqual(applyOperation(state, operation("earn", "", 2, 9007199254740991)), 0);
    expectEqual(state.balances[2], 9007199254740991);
  });
});

describe("applyOperation on unlocks", () => {
  it("grants once and keeps the first source", () => {
    const state = emptyPlayerState();
    expectEqual(applyOperation(state, { ...operation("unlock", "title", 5, 0), source: "prestige" }), 1);
    expectEqual(applyOperation(state, { ...operation("unlock", "title", 5, 0), source: "shop" }), 0);
    expectEqual(applyOperation(state, operation("unlock", "mount", 5, 0)), 1);
    expectEqual(state.unlocks.title?.[5], "prestige");
  });

  it("forgets everything at a deletion", () => {
    const state = emptyPlayerState();
    applyOperation(state, operation("unlock", "title", 5, 0));
    applyOperation(state, operation("earn", "", 2, 10));
    applyOperation(state, operation("add", "mythic_rating", 0, 10));
    applyOperation(state, operation("delete", "", 0, 0));
    expectEqual(state, emptyPlayerState());
  });
});
