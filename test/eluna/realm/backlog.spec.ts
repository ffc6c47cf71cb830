import { Backlog } from "../../../server-bridge/eluna/journal/backlog";
import type { JournalEntry } from "../../../server-bridge/eluna/journal/journal-entry";
import { applyOperation } from "../../../shared/profile/apply-operation";
import type { Operation, OperationKind } from "../../../shared/profile/operation";
import { emptyPlayerState, type PlayerState } from "../../../shared/profile/player-state";
import { expectEqual } from "../../shared/expectations";
import { Random } from "../../shared/synergies/random";

const NOON = 1700049600;

function operation(kind: OperationKind, subject: string, subjectId: number, amount: number): Operation {
  return { kind, subject, subjectId, amount, source: "spec", cause: "BOSS_KILL" };
}

function entry(of: Operation, guid = 7, happenedAt = NOON, requestId?: string): JournalEntry {
  const player = { guid, accountId: 3 };
  const named = requestId === undefined ? {} : { requestId };
  return { player, operation: of, happenedAt, previous: 0, ...named };
}

/** What a backlog makes of `entries`: kind, subject, amount. */
function kept(entries: readonly JournalEntry[]): string[] {
  const backlog = new Backlog();
  for (const added of entries) backlog.add(added);
  const texts: string[] = [];
  for (const { operation: of } of backlog.take()) {
    texts.push(`${of.kind} ${of.subject}${of.subjectId.toFixed(0)} ${of.amount.toFixed(0)}`);
  }
  return texts;
}

describe("the backlog puts together", () => {
  it("nothing over the beginning of a week, which in India is half past an hour of UTC", () => {
    const earn = operation("earn", "", 2, 75);
    const half = NOON + 1800;
    expectEqual(kept([entry(earn, 7, half - 1), entry(earn, 7, half), entry(earn, 7, half + 899)]), [
      "earn 2 75",
      "earn 2 150",
    ]);
  });

  it("what one source gives of one currency in a quarter of an hour, whatever lies between", () => {
    const earn = operation("earn", "", 2, 75);
    expectEqual(
      kept([
        entry(earn),
        entry(operation("spend", "", 2, 10)),
        entry({ ...earn, source: "other", amount: 5 }),
        entry(earn),
        entry(operation("spend", "", 2, 20)),
        entry({ ...earn, cause: "PVP_KILL", amount: 6 }),
        entry(earn, 8),
        entry(earn, 7, NOON + 3600),
      ]),
      ["earn 2 150", "earn 2 5", "spend 2 30", "earn 2 6", "earn 2 75", "earn 2 75"],
    );
  });

  it("steps of a stat in one direction, and values of a stat, as long as nothing else happens to it", () => {
    const add = operation("add", "mythic_rating", 0, 5);
    const set = operation("set", "mythic_rating", 0, 9);
    expectEqual(
      kept([
        entry(add),
        entry(operation("add", "total_logins", 0, 1)),
        entry(add),
        entry({ ...add, amount: -1 }),
        entry({ ...add, amount: -2 }),
        entry(add),
        entry(set),
        entry({ ...set, amount: 11 }),
        entry({ ...set, source: "other" }),
        entry(set),
      ]),
      [
        "add mythic_rating0 10",
        "add total_logins0 1",
        "add mythic_rating0 -3",
        "add mythic_rating0 5",
        "set mythic_rating0 11",
        "set mythic_rating0 9",
        "set mythic_rating0 9",
      ],
    );
  });

  it("nothing across a deletion, and no request that has a name", () => {
    const earn = operation("earn", "", 2, 75);
    expectEqual(
      kept([entry(earn), entry(operation("delete", "", 0, 0)), entry(earn), entry(earn, 7, NOON, "order-1")]),
      ["earn 2 75", "delete 0 0", "earn 2 75", "earn 2 75"],
    );
  });

  it("no amounts beyond 2^53 - 1", () => {
    const earn = operation("earn", "", 2, 9007199254740991);
    expectEqual(kept([entry(earn), entry(earn)]), ["earn 2 9007199254740991", "earn 2 9007199254740991"]);
  });
});

function outcome(operations: readonly Operation[], base: PlayerState): PlayerState {
  for (const of of operations) applyOperation(base, of);
  return base;
}

/** Operations as a realm makes them that has not read the tables: it spends only what was earned since. */
function randomOperations(random: Random): Operation[] {
  const operations: Operation[] = [];
  let balance = 0;
  for (let count = 0; count < 60; count++) {
    const source = `s${random.below(2).toFixed(0)}`;
    const choice = random.below(5);
    const amount = 1 + random.below(50);
    const made = (kind: OperationKind, subject: string, id: number, of: number): void => {
      operations.push({ kind, subject, subjectId: id, amount: of, source, cause: "" });
    };
    if (choice === 0) made("add", "prestige_level", 0, amount);
    else if (choice === 1) made("add", "prestige_level", 0, -amount);
    else if (choice === 2) made("set", "prestige_level", 0, amount);
    else if (choice === 3) {
      balance += amount;
      made("earn", "", 2, amount);
    } else if (balance >= amount) {
      balance -= amount;
      made("spend", "", 2, amount);
    }
  }
  return operations;
}

describe("the backlog changes no outcome", () => {
  for (let seed = 1; seed <= 40; seed++) {
    it(`of random operations, seed ${seed.toFixed(0)}`, () => {
      const random = new Random(seed);
      const operations = randomOperations(random);
      const base = (): PlayerState => {
        const state = emptyPlayerState();
        state.balances[2] = seed % 3;
        return outcome([operation("set", "prestige_level", 0, seed)], state);
      };
      const backlog = new Backlog();
      for (const of of operations) backlog.add(entry(of));
      const short: Operation[] = [];
      for (const { operation: of } of backlog.take()) short.push(of);
      expectEqual(short.length < operations.length, true);
      expectEqual(outcome(short, base()), outcome(operations, base()));
    });
  }
});
