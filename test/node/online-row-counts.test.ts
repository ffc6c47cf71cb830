import { describe, expect, test } from "vitest";

import type { RowChanges, RowCounts } from "../../server-bridge/node/journal/row-changes";
import { type CountsByPlayer, OnlineRowCounts } from "../../server-bridge/node/watch/online-row-counts";

function wallets(count: number): RowCounts {
  return { dc_player_profile: 0, dc_player_currencies: count, dc_player_unlocks: 0 };
}

function look(counts: OnlineRowCounts, found: CountsByPlayer): number[] {
  const losers = counts.findLosers(found);
  counts.adopt(found);
  return losers;
}

function startedWith(count: number): OnlineRowCounts {
  const counts = new OnlineRowCounts();
  counts.beginLook();
  look(counts, new Map([[1, wallets(count)]]));
  return counts;
}

const oneMore: RowChanges = new Map([[1, wallets(1)]]);

describe("a batch whose commit overlaps a look", () => {
  test("that found the row before the bridge knew of its own commit is no loss later", () => {
    const counts = startedWith(3);
    counts.begin(oneMore);
    counts.beginLook();
    expect(look(counts, new Map([[1, wallets(4)]]))).toEqual([]);
    counts.settle(oneMore);
    counts.beginLook();
    expect(look(counts, new Map([[1, wallets(4)]]))).toEqual([]);
  });

  test("that looked before the commit is no loss either", () => {
    const counts = startedWith(3);
    counts.beginLook();
    counts.begin(oneMore);
    counts.settle(oneMore);
    expect(look(counts, new Map([[1, wallets(3)]]))).toEqual([]);
    counts.beginLook();
    expect(look(counts, new Map([[1, wallets(4)]]))).toEqual([]);
  });

  test("does not hide a deletion from the look after it", () => {
    const counts = startedWith(3);
    counts.begin(oneMore);
    counts.beginLook();
    look(counts, new Map([[1, wallets(3)]]));
    counts.settle(oneMore);
    counts.beginLook();
    expect(look(counts, new Map([[1, wallets(3)]]))).toEqual([1]);
  });
});

test("a batch with an unknown end makes the next look the measure", () => {
  const counts = startedWith(3);
  counts.begin(oneMore);
  counts.abandon(oneMore);
  counts.beginLook();
  expect(look(counts, new Map([[1, wallets(2)]]))).toEqual([]);
  counts.beginLook();
  expect(look(counts, new Map([[1, wallets(1)]]))).toEqual([1]);
});
