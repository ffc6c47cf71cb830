import { DataSet } from "../../../shared/wire/data-set";
import { RevisionGate } from "../../../shared/wire/revision-gate";
import { expectEqual } from "../expectations";

describe("DataSet", () => {
  it("makes what changes between two flushes one revision", () => {
    const set = new DataSet<string>(7);
    set.mark("a");
    set.mark("b");
    set.mark("a");
    expectEqual(set.flush(), { epoch: 7, revision: 2, base: 1 });
    expectEqual(set.changedSince(1), ["a", "b"]);
    expectEqual(set.isDirty(), false);
  });

  it("knows what changed after any revision", () => {
    const set = new DataSet<string>(7);
    set.mark("a");
    set.flush();
    set.mark("b");
    set.flush();
    expectEqual(set.changedSince(2), ["b"]);
    expectEqual(set.changedSince(3), []);
    expectEqual(set.since(7, 2), { epoch: 7, revision: 3, base: 2 });
  });

  it("has only the whole for a holder of another epoch, of nothing, or of the future", () => {
    const set = new DataSet<string>(7);
    expectEqual(set.since(6, 1), undefined);
    expectEqual(set.since(7, 0), undefined);
    expectEqual(set.since(7, 2), undefined);
    expectEqual(set.whole(), { epoch: 7, revision: 1, base: 0 });
  });
});

describe("DataSet with more changes than it remembers", () => {
  function markAll(set: DataSet<number>, count: number): void {
    for (let key = 1; key <= count; key++) set.mark(key);
  }

  it("sends the whole when more changed at once", () => {
    const set = new DataSet<number>(7);
    markAll(set, 9);
    expectEqual(set.isDirty(), true);
    expectEqual(set.flush(), { epoch: 7, revision: 2, base: 0 });
    expectEqual(set.isDirty(), false);
  });

  it("sends the whole to a holder who missed more, and a delta to one who missed less", () => {
    const set = new DataSet<number>(7);
    for (let key = 1; key <= 12; key++) {
      set.mark(key);
      set.flush();
    }
    expectEqual(set.since(7, 4), undefined);
    expectEqual(set.since(7, 10), { epoch: 7, revision: 13, base: 10 });
    expectEqual(set.changedSince(10).sort(), [10, 11, 12]);
  });

  it("forgets the oldest change first, and never one that waits", () => {
    const set = new DataSet<number>(7);
    markAll(set, 7);
    set.flush();
    set.mark(8);
    set.mark(9);
    expectEqual(set.changedSince(2).sort(), [8, 9]);
    expectEqual(set.flush(), { epoch: 7, revision: 3, base: 2 });
  });
});

describe("RevisionGate", () => {
  it("takes a whole, then the deltas that build on it", () => {
    const gate = new RevisionGate();
    expectEqual(gate.admit({ epoch: 7, revision: 3, base: 0 }), "replace");
    expectEqual(gate.admit({ epoch: 7, revision: 4, base: 3 }), "merge");
    expectEqual(gate.revision, 4);
  });

  it("ignores what it has already", () => {
    const gate = new RevisionGate();
    gate.admit({ epoch: 7, revision: 3, base: 0 });
    expectEqual(gate.admit({ epoch: 7, revision: 3, base: 2 }), "ignore");
    expectEqual(gate.admit({ epoch: 7, revision: 2, base: 0 }), "ignore");
  });

  it("sees a gap: a lost delta, another epoch, nothing held", () => {
    const gate = new RevisionGate();
    expectEqual(gate.admit({ epoch: 7, revision: 3, base: 2 }), "gap");
    gate.admit({ epoch: 7, revision: 3, base: 0 });
    expectEqual(gate.admit({ epoch: 7, revision: 6, base: 5 }), "gap");
    expectEqual(gate.admit({ epoch: 8, revision: 4, base: 3 }), "gap");
    expectEqual(gate.revision, 3);
  });

  it("takes a delta that overlaps with what it has", () => {
    const gate = new RevisionGate();
    gate.admit({ epoch: 7, revision: 3, base: 0 });
    expectEqual(gate.admit({ epoch: 7, revision: 5, base: 2 }), "merge");
  });

  it("takes the whole of a new epoch, however low its revision", () => {
    const gate = new RevisionGate();
    gate.admit({ epoch: 7, revision: 30, base: 0 });
    expectEqual(gate.admit({ epoch: 8, revision: 1, base: 0 }), "replace");
  });
});

/** The same numbers in every language: x' = 16807 x mod (2^31 - 1). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 16807) % 2147483647;
    return state % limit;
  };
}

/** One realm and one addon with a transport between them that loses, repeats and reorders. */
function converges(seed: number): boolean {
  const random = randomNumbers(seed);
  const set = new DataSet<string>(1);
  const gate = new RevisionGate();
  const truth: Record<string, number> = {};
  let held: Record<string, number> = {};
  const receive = (stamp: { epoch: number; revision: number; base: number }): void => {
    const verdict = gate.admit(stamp);
    if (verdict === "replace") held = { ...truth };
    if (verdict === "merge") for (const key of set.changedSince(stamp.base)) held[key] = truth[key] ?? 0;
  };
  for (let step = 0; step < 60; step++) {
    const key = `k${random(5).toFixed(0)}`;
    truth[key] = step;
    set.mark(key);
    const stamp = set.flush();
    const fate = random(4);
    if (fate > 0) receive(stamp);
    if (fate === 2) receive(stamp);
  }
  receive(set.since(gate.epoch, gate.revision) ?? set.whole());
  for (const key in truth) if (held[key] !== truth[key]) return false;
  return true;
}

describe("DataSet and RevisionGate over a transport that loses and repeats", () => {
  it("agree after one hello", () => {
    for (let seed = 1; seed <= 200; seed++) expectEqual(converges(seed), true);
  });
});
