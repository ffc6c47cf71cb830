import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import type { PoolConnection } from "../../server-bridge/node/database/pool";
import { execute, select, wholeNumber } from "../../server-bridge/node/database/query";
import { applyBatch, type BatchLimits, type BatchResult } from "../../server-bridge/node/journal/apply-batch";
import { findDueBoots } from "../../server-bridge/node/journal/boot";
import { workJournal } from "../../server-bridge/node/journal/work-journal";
import { createDatabase, type TestDatabase } from "../database";
import { BridgeProcess } from "./bridge-process";
import { journalWork } from "./journal-work";
import { RealmDouble, type SentOperation } from "./realm-double";

const never = new AbortController().signal;
let database: TestDatabase;
let realm: RealmDouble;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  for (const table of ["dc_player_currencies", "dc_journal", "dc_outbox", "dc_boot"]) {
    await execute(database.pool, `DELETE FROM ${table}`);
  }
  realm = await RealmDouble.start(database.pool);
});

function earn(count: number, player = 1): SentOperation[] {
  return Array.from({ length: count }, () => ({ kind: "earn", player, subjectId: 1, amount: 1 }));
}

function apply(limits: Partial<BatchLimits> = {}, boot: number = realm.boot): Promise<BatchResult> {
  return applyBatch(journalWork(database.pool, limits), boot);
}

async function balance(player = 1): Promise<number> {
  const sql = "SELECT amount FROM dc_player_currencies WHERE player_guid = ? AND currency_id = 1";
  const [row] = await select(database.pool, sql, [player]);
  return wholeNumber(row?.amount);
}

async function queued(): Promise<unknown[]> {
  const rows = await select(database.pool, "SELECT sequence FROM dc_journal ORDER BY boot_id, sequence");
  return rows.map((row) => row.sequence);
}

describe("rows that are sent again", () => {
  test("before they were applied are one row", async () => {
    await realm.send(1, earn(3));
    await realm.send(1, earn(4));
    await apply();
    expect(await balance()).toBe(4);
  });

  test("after they were applied leave the queue without effect", async () => {
    await realm.send(1, earn(3));
    await apply();
    await realm.send(2, earn(4));
    expect(await apply()).toMatchObject({ applied: 2, duplicates: 2 });
    expect(await balance()).toBe(5);
    expect(await queued()).toEqual([]);
    expect(await realm.acknowledged()).toBe(5);
  });

  test("after they were rejected are rejected once", async () => {
    await realm.send(1, [{ kind: "add", subject: "nothing" }]);
    await apply();
    await realm.send(1, [{ kind: "add", subject: "nothing" }]);
    expect(await apply()).toMatchObject({ applied: 0, duplicates: 1, rejected: [] });
  });

  test("more of them than a batch holds are worked off", async () => {
    await realm.send(1, earn(30));
    await apply();
    await realm.send(1, earn(31));
    while ((await workJournal(journalWork(database.pool, { batchSize: 10 }), never)).again);
    expect(await balance()).toBe(31);
    expect(await queued()).toEqual([]);
  });
});

describe("rows that become visible out of order", () => {
  async function finish(connection: PoolConnection): Promise<void> {
    await connection.commit();
    connection.release();
  }

  test("wait for those before them, which a transaction still holds", async () => {
    const early = await realm.sendUncommitted(1, earn(2));
    await realm.send(3, earn(2));
    expect(await apply()).toMatchObject({ applied: 0, full: false });
    expect(await realm.acknowledged()).toBe(0);
    await finish(early);
    expect(await apply()).toMatchObject({ applied: 4 });
    expect(await balance()).toBe(4);
  });

  test("do not hold up those before them", async () => {
    await realm.send(1, earn(2));
    const later = await realm.sendUncommitted(3, earn(2));
    expect(await apply()).toMatchObject({ applied: 2 });
    expect(await realm.acknowledged()).toBe(2);
    await finish(later);
    expect(await apply()).toMatchObject({ applied: 2 });
  });

  test("are not taken off the queue unseen by a batch around them", async () => {
    await realm.send(1, earn(1));
    await realm.send(3, earn(1));
    const missing = await realm.sendUncommitted(2, earn(1));
    await realm.fallSilent(100);
    await RealmDouble.start(database.pool);
    expect(await apply()).toMatchObject({ applied: 2 });
    await finish(missing);
    expect(await queued()).toEqual([2]);
    expect(await apply()).toMatchObject({ applied: 1 });
    expect(await balance()).toBe(3);
    expect(await realm.acknowledged()).toBe(3);
  });
});

describe("a gap", () => {
  beforeEach(async () => {
    await realm.send(1, earn(1));
    await realm.send(4, earn(2));
  });

  test("is waited for while the realm runs, however silent it is", async () => {
    await realm.fallSilent(10_000);
    expect(await apply()).toMatchObject({ applied: 1 });
    expect(await realm.acknowledged()).toBe(1);
    expect(await queued()).toEqual([4, 5]);
    await realm.send(2, earn(2));
    expect(await apply()).toMatchObject({ applied: 4 });
    expect(await realm.acknowledged()).toBe(5);
  });

  test("is waited for until the replaced start of the realm has been silent for the grace time", async () => {
    await RealmDouble.start(database.pool);
    await realm.fallSilent(59);
    expect(await apply()).toMatchObject({ applied: 1 });
    await realm.fallSilent(61);
    expect(await apply()).toMatchObject({ applied: 2 });
    expect(await realm.acknowledged()).toBe(5);
  });

  test("that was given up is still filled by what comes late, once", async () => {
    await RealmDouble.start(database.pool);
    await realm.fallSilent(61);
    await apply();
    await realm.send(1, earn(3));
    expect(await apply()).toMatchObject({ applied: 2, duplicates: 1 });
    await realm.send(1, earn(3));
    expect(await apply()).toMatchObject({ applied: 0, duplicates: 3 });
    expect(await balance()).toBe(5);
    expect(await realm.acknowledged()).toBe(5);
  });
});

describe("several boots", () => {
  test("of one realm come one after the other, those of another realm do not wait", async () => {
    const restarted = await RealmDouble.start(database.pool);
    const other = await RealmDouble.start(database.pool, 2);
    await realm.send(2, earn(1));
    await restarted.send(1, earn(1));
    await other.send(1, earn(1));
    expect(await findDueBoots(database.pool)).toEqual([realm.boot, other.boot]);
    await realm.send(1, earn(1));
    await apply();
    expect(await findDueBoots(database.pool)).toEqual([restarted.boot, other.boot]);
  });

  test("one whose queue cannot be applied holds up no other realm", async () => {
    const other = await RealmDouble.start(database.pool, 2);
    await realm.send(1, earn(1));
    await apply();
    await execute(database.pool, "UPDATE dc_boot SET acknowledged = 0");
    await realm.send(1, earn(1));
    await other.send(1, earn(3, 2));
    const work = journalWork(database.pool);
    await expect(workJournal(work, never)).rejects.toThrow(`dc_ledger has operations of boot ${realm.boot}`);
    expect(await balance(2)).toBe(3);
  });

  test("one is worked on by one bridge at a time", async () => {
    await realm.send(1, earn(1));
    const claim = await database.pool.getConnection();
    await claim.beginTransaction();
    await claim.query("SELECT boot_id FROM dc_boot WHERE boot_id = ? FOR UPDATE", [realm.boot]);
    expect(await apply()).toMatchObject({ applied: 0 });
    await claim.rollback();
    claim.release();
    expect(await apply()).toMatchObject({ applied: 1 });
  });
});

describe("a realm that has started again", () => {
  test("reads the players of its earlier start's operations once more, and no others", async () => {
    const restarted = await RealmDouble.start(database.pool);
    await RealmDouble.start(database.pool, 2);
    await realm.send(1, [...earn(2, 7), ...earn(1, 8)]);
    await restarted.send(1, earn(1, 9));
    await apply();
    await apply({}, restarted.boot);
    expect(await restarted.takeOutbox()).toEqual([
      { kind: "player_changed", player_guid: 7 },
      { kind: "player_changed", player_guid: 8 },
    ]);
    expect(await select(database.pool, "SELECT realm_id FROM dc_outbox")).toEqual([]);
  });

  test("reads them when the operations were late, and not for what it had been given before", async () => {
    await realm.send(1, earn(1, 7));
    await realm.send(3, earn(1, 8));
    await realm.fallSilent(100);
    const restarted = await RealmDouble.start(database.pool);
    await apply();
    await restarted.takeOutbox();
    await realm.send(1, [...earn(1, 7), ...earn(1, 9)]);
    expect(await apply()).toMatchObject({ applied: 1, duplicates: 1 });
    expect(await restarted.takeOutbox()).toEqual([{ kind: "player_changed", player_guid: 9 }]);
  });
});

test("a boot number that the ledger knows from an earlier life stops the queue with an explanation", async () => {
  await realm.send(1, earn(2));
  await apply();
  await execute(database.pool, "UPDATE dc_boot SET acknowledged = 0");
  await realm.send(1, earn(2));
  await expect(apply()).rejects.toThrow(`dc_ledger has operations of boot ${realm.boot}`);
  expect(await queued()).toEqual([1, 2]);
  expect(await balance()).toBe(2);
});

test("rejected rows are kept with the request that they came from", async () => {
  await realm.send(1, [
    { kind: "add", subject: "nothing", requestId: "order-17" },
    { kind: "add", subject: "nothing" },
  ]);
  await apply();
  const sql = "SELECT request_id FROM dc_journal_rejected WHERE boot_id = ? ORDER BY sequence";
  expect(await select(database.pool, sql, [realm.boot])).toEqual([
    { request_id: "order-17" },
    { request_id: null },
  ]);
});

test("a batch takes no more than its size and says that there is more", async () => {
  await realm.send(1, earn(25));
  expect(await apply({ batchSize: 10 })).toMatchObject({ applied: 10, full: true });
  expect(await apply({ batchSize: 10 })).toMatchObject({ applied: 10, full: true });
  expect(await apply({ batchSize: 10 })).toMatchObject({ applied: 5, full: false });
});

test("a full batch behind a gap does not make the bridge spin", async () => {
  await realm.send(2, earn(25));
  expect(await apply({ batchSize: 10 })).toMatchObject({ applied: 0, full: false });
});

test("two bridges on boots that touch the same players, new and old, apply each operation once", async () => {
  const other = await RealmDouble.start(database.pool, 2);
  const operations: SentOperation[] = [];
  for (let index = 0; index < 3000; index++) {
    const player = 1 + ((index * 7919) % 400);
    operations.push({ kind: "earn", player, subjectId: 1 + (index % 3), amount: 1 });
  }
  await realm.send(1, operations);
  await other.send(1, [...operations].reverse());
  const worker = async (): Promise<void> => {
    const work = journalWork(database.pool, { batchSize: 100 });
    while ((await queued()).length > 0) await workJournal(work, never);
  };
  await Promise.all([worker(), worker()]);
  const [sums] = await select(
    database.pool,
    "SELECT SUM(amount) AS amount, SUM(total_earned) AS earned FROM dc_player_currencies",
  );
  expect([Number(sums?.amount), Number(sums?.earned)]).toEqual([6000, 6000]);
});

test("a real bridge tells of operations of a start that somebody has deleted", async () => {
  await realm.send(1, earn(1));
  await execute(database.pool, "DELETE FROM dc_boot");
  const bridge = await BridgeProcess.start(database.url);
  await bridge.says(`operations of boot ${realm.boot}, which dc_boot does not know`);
  expect(await bridge.stop()).toBe(0);
});
