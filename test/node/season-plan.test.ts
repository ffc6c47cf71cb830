import fc from "fast-check";
import { describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import { planSeasons, type SeasonChange } from "../../server-bridge/node/calendar/season-plan";
import type { SeasonRow } from "../../server-bridge/node/calendar/seasons";

const LAST_MOMENT = 60;
const DAY = 10;

function season(season_id: number, starts_at: number, ends_at: number): SeasonRow {
  return { season_id, name: `Season ${season_id}`, starts_at, ends_at, fault: undefined };
}

/** A realm whose calendar is looked at now and then. */
class LookedAt {
  readonly changes: SeasonChange[] = [];
  running = 0;
  private readonly started = new Set<number>();
  private readonly ended = new Set<number>();
  private last = 0;
  private lastLook = 0;

  look(rows: readonly SeasonRow[], now: number): void {
    const seasons = [...rows].sort(
      (left, right) => left.starts_at - right.starts_at || left.season_id - right.season_id,
    );
    const history = { started: this.started, ended: this.ended, last: this.last, ran: this.running };
    const plan = planSeasons(history, { seasons, now, lastLook: this.lastLook });
    for (const change of plan.changes) (change.kind === "start" ? this.started : this.ended).add(change.id);
    this.changes.push(...plan.changes);
    this.running = plan.running;
    this.last = plan.last;
    // Of the last look no more is known than on which day it was.
    this.lastLook = now - (now % DAY);
  }

  told(): string[] {
    return this.changes.map(({ kind, id, at }) => `${kind} ${id} at ${at}`);
  }
}

describe("seasons", () => {
  test("follow one another in order, the end of one before the start of the next", () => {
    const realm = new LookedAt();
    realm.look([season(3, 30, 0), season(1, 10, 20), season(2, 20, 25)], 50);
    expect(realm.told()).toEqual([
      "start 1 at 10",
      "end 1 at 20",
      "start 2 at 20",
      "end 2 at 25",
      "start 3 at 30",
    ]);
    expect(realm.running).toBe(3);
  });

  test("begin with their first second and end with the one after their last", () => {
    const realm = new LookedAt();
    const ran: number[] = [];
    for (const now of [9, 10, 19, 20]) {
      realm.look([season(1, 10, 20)], now);
      ran.push(realm.running);
    }
    expect(ran).toEqual([0, 1, 1, 0]);
  });

  test("that lie within another are left out, also when the other has just ended", () => {
    const realm = new LookedAt();
    for (const now of [11, 18, 19]) realm.look([season(1, 10, 18), season(2, 12, 16)], now);
    expect(realm.told()).toEqual(["start 1 at 10", "end 1 at 18"]);
    for (const now of [20, 29]) realm.look([season(1, 10, 28), season(2, 12, 16), season(3, 20, 28)], now);
    expect(realm.told().slice(2)).toEqual(["start 3 at 20", "end 3 at 28"]);
  });

  test("of the same start begin by their numbers", () => {
    const realm = new LookedAt();
    realm.look([season(2, 10, 20), season(1, 10, 15)], 12);
    realm.look([season(2, 10, 20), season(1, 10, 15)], 16);
    expect(realm.told()).toEqual(["start 1 at 10", "end 1 at 15", "start 2 at 15"]);
  });
});

const rowsOf = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
    ),
    {
      selector: ([id]) => id,
    },
  )
  .map((rows) => rows.map(([id, start, length]) => season(id, start, length > 18 ? 0 : start + length)));

test("what is told does not depend on how far the looks are apart", () => {
  fc.assert(
    fc.property(rowsOf, fc.uniqueArray(fc.integer({ min: 1, max: LAST_MOMENT })), (rows, looks) => {
      const always = new LookedAt();
      for (let now = 1; now <= LAST_MOMENT; now++) always.look(rows, now);
      const atTimes = new LookedAt();
      for (const now of [...[...looks].sort((left, right) => left - right), LAST_MOMENT])
        atTimes.look(rows, now);
      expect(atTimes.told()).toEqual(always.told());
      expect(atTimes.running).toBe(always.running);
    }),
    { numRuns: 2000 },
  );
});

test("whatever is done to the rows, seasons start and end in turn, each once, and nothing runs but the last to start", () => {
  fc.assert(
    fc.property(fc.array(rowsOf, { maxLength: 12 }), (edits) => {
      const realm = new LookedAt();
      edits.forEach((rows, index) => realm.look(rows, (index + 1) * 5));
      expect(realm.changes.map(({ kind }) => kind)).toEqual(
        realm.changes.map((_, index) => (index % 2 === 0 ? "start" : "end")),
      );
      const told = realm.changes.map(({ kind, id }) => `${kind} ${id}`);
      expect(new Set(told).size).toBe(told.length);
      const open = realm.changes.length % 2 === 1 ? realm.changes.at(-1)?.id : 0;
      expect([0, open]).toContain(realm.running);
    }),
    { numRuns: 2000 },
  );
});
