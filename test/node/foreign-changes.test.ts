import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import type { PoolConnection } from "../../server-bridge/node/database/pool";
import { execute, select, wholeNumber } from "../../server-bridge/node/database/query";
import { persistently } from "../../server-bridge/node/database/retry";
import { applyBatch, type JournalWork } from "../../server-bridge/node/journal/apply-batch";
import { DeletionWatch } from "../../server-bridge/node/watch/deletions";
import { watchMarks } from "../../server-bridge/node/watch/foreign-marks";
import { OnlineRowCounts } from "../../server-bridge/node/watch/online-row-counts";
import { ReturningRealms } from "../../server-bridge/node/watch/returning-realms";
import { createDatabase, silentLog, type TestDatabase } from "../database";
import { journalWork } from "./journal-work";
import { RealmDouble, type SentOperation } from "./realm-double";

const REALM_LOST = 300;
const never = new AbortController().signal;
const PLAYER_TABLES = ["dc_player_profile", "dc_player_currencies", "dc_player_unlocks"];
let database: TestDatabase;
let realm: RealmDouble;
let sent = 0;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  for (const table of [...PLAYER_TABLES, "dc_session", "dc_outbox", "dc_boot"]) {
    await execute(database.pool, `DELETE FROM ${table}`);
  }
  realm = await RealmDouble.start(database.pool);
  sent = 0;
});

async function applyOwn(operations: readonly SentOperation[], work?: JournalWork): Promise<void> {
  await realm.send(sent + 1, operations);
  sent += operations.length;
  await applyBatch(work ?? journalWork(database.pool), realm.boot);
}

function change(sql: string): Promise<number> {
  return execute(database.pool, sql);
}

async function noticed(): Promise<unknown[]> {
  await watchMarks(database.pool, REALM_LOST, new OnlineRowCounts());
  return realm.takeOutbox();
}

const nudge = (player: number): object => ({ kind: "player_changed", player_guid: player });
const EVERYONE = { kind: "everyone_changed", player_guid: 0 };

const OWN: SentOperation[] = [
  { kind: "add", subject: "mythic_rating", amount: 25 },
  { kind: "earn", subjectId: 1, amount: 100 },
  { kind: "unlock", subject: "title", subjectId: 5 },
];

describe("the bridge's own writes", () => {
  test("new and changed rows are no foreign changes", async () => {
    await applyOwn(OWN);
    await applyOwn(OWN);
    expect(await noticed()).toEqual([]);
  });
});

describe("a change by somebody else", () => {
  test.each([
    "UPDATE dc_player_profile SET mythic_rating = 7 WHERE player_guid = 1",
    "UPDATE dc_player_currencies SET amount = 7 WHERE player_guid = 1",
    "UPDATE dc_player_unlocks SET source_system = 'shop' WHERE player_guid = 1",
    "INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (1, 9, 5)",
    "INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system) VALUES (1, 'pet', 9, 'shop')",
    "REPLACE INTO dc_player_profile (player_guid, mythic_rating) VALUES (1, 5)",
  ])("%s", async (sql) => {
    await applyOwn(OWN);
    await change(sql);
    expect(await noticed()).toEqual([nudge(1)]);
    expect(await noticed()).toEqual([]);
  });

  test("to several rows of a player is one message", async () => {
    await change("INSERT INTO dc_player_profile (player_guid) VALUES (1), (2)");
    await change("INSERT INTO dc_player_currencies (player_guid, currency_id) VALUES (1, 1), (1, 2)");
    expect(await noticed()).toEqual([nudge(1), nudge(2)]);
  });

  test.each([
    { table: "dc_player_currencies", column: "amount", result: 107 },
    { table: "dc_player_profile", column: "mythic_rating", result: 32 },
  ])("to $table stays marked when the bridge writes to the row before it is noticed", async (row) => {
    const { table, column, result } = row;
    await applyOwn(OWN);
    await change(`UPDATE ${table} SET ${column} = 7`);
    await applyOwn(OWN);
    const [held] = await select(database.pool, `SELECT ${column} AS value, foreign_at FROM ${table}`);
    expect(held).toEqual({
      value: result,
      foreign_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/),
    });
    expect(await noticed()).toEqual([nudge(1)]);
  });

  test("is told to every running realm, not to one that is gone or to an older start", async () => {
    const restarted = await RealmDouble.start(database.pool);
    const second = await RealmDouble.start(database.pool, 2);
    const gone = await RealmDouble.start(database.pool, 3);
    await gone.fallSilent(REALM_LOST + 5);
    await change("INSERT INTO dc_player_profile (player_guid) VALUES (1)");
    await watchMarks(database.pool, REALM_LOST, new OnlineRowCounts());
    expect(await restarted.takeOutbox()).toEqual([nudge(1)]);
    expect(await second.takeOutbox()).toEqual([nudge(1)]);
    expect(await gone.takeOutbox()).toEqual([]);
    expect(await watchMarks(database.pool, REALM_LOST, new OnlineRowCounts())).toEqual({ again: false });
  });

  test("to very many players is one message to read everybody, and clears every mark", async () => {
    const rows = Array.from({ length: 25_000 }, (_, index) => `(${index + 1})`);
    await change(`INSERT INTO dc_player_profile (player_guid) VALUES ${rows.join(",")}`);
    let looks = 1;
    while ((await watchMarks(database.pool, REALM_LOST, new OnlineRowCounts())).again) looks++;
    expect(looks).toBeLessThan(10);
    expect(await realm.takeOutbox()).toEqual([EVERYONE]);
    const [left] = await select(
      database.pool,
      "SELECT COUNT(*) AS count FROM dc_player_profile WHERE foreign_at IS NOT NULL",
    );
    expect(left).toEqual({ count: 0 });
  });
});

describe("somebody else's open transaction", () => {
  async function open(sql: string): Promise<PoolConnection> {
    const connection = await database.pool.getConnection();
    await connection.beginTransaction();
    await connection.query(sql);
    return connection;
  }

  async function close(connection: PoolConnection): Promise<void> {
    await connection.commit();
    connection.release();
  }

  /** Until a transaction waits for another one's lock. The server looks anew only after 100 ms without a question. */
  async function isWaitingForLock(): Promise<void> {
    const sql = "SELECT COUNT(*) AS waiting FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'";
    while (wholeNumber((await select(database.pool, sql))[0]?.waiting) === 0) await sleep(150);
  }

  test("on a row of the batch is waited for, and both changes count", async () => {
    await applyOwn(OWN);
    const shop = await open("UPDATE dc_player_currencies SET amount = amount + 1000");
    const applied = applyOwn([{ kind: "earn", subjectId: 1, amount: 5 }]);
    await close(shop);
    await applied;
    const rows = await select(database.pool, "SELECT amount, total_earned FROM dc_player_currencies");
    expect(rows).toEqual([{ amount: 1105, total_earned: 105 }]);
    expect(await noticed()).toEqual([nudge(1)]);
  });

  test("that inserts the row that the batch is about to insert loses nothing", async () => {
    const shop = await open(
      "INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (1, 1, 1000)",
    );
    await realm.send(1, [{ kind: "earn", subjectId: 1, amount: 5 }]);
    const applied = persistently(() => applyBatch(journalWork(database.pool), realm.boot), silentLog, never);
    await close(shop);
    await applied;
    const rows = await select(database.pool, "SELECT amount, total_earned FROM dc_player_currencies");
    expect(rows).toEqual([{ amount: 1005, total_earned: 5 }]);
  });

  test("that inserts a row after the batch has looked for it makes the batch look again", async () => {
    await change("INSERT INTO dc_player_currencies (player_guid, currency_id) VALUES (1, 1)");
    const holder = await open("UPDATE dc_player_currencies SET amount = 10");
    await realm.send(1, OWN);
    const applied = persistently(() => applyBatch(journalWork(database.pool), realm.boot), silentLog, never);
    // The batch has looked for the profile once it waits for the wallet, the next table.
    await isWaitingForLock();
    await change("INSERT INTO dc_player_profile (player_guid, mythic_rating) VALUES (1, 1000)");
    await close(holder);
    await applied;
    const rows = await select(database.pool, "SELECT mythic_rating FROM dc_player_profile");
    expect(rows).toEqual([{ mythic_rating: 1025 }]);
    expect(await noticed()).toEqual([nudge(1)]);
  });

  test("on a marked row does not keep other changes from being told", async () => {
    await change("INSERT INTO dc_player_profile (player_guid) VALUES (1), (2)");
    const admin = await open("UPDATE dc_player_profile SET mythic_rating = 7 WHERE player_guid = 1");
    expect(await noticed()).toEqual([nudge(2)]);
    await close(admin);
    expect(await noticed()).toEqual([nudge(1)]);
  });

  test("on rows beside those of the batch does not hold it up", async () => {
    await change("INSERT INTO dc_player_profile (player_guid) VALUES (1), (2), (3)");
    const others = [
      await open("UPDATE dc_player_profile SET mythic_rating = 1 WHERE player_guid IN (1, 3)"),
      await open("INSERT INTO dc_player_currencies (player_guid, currency_id) VALUES (1, 1), (2, 2), (3, 1)"),
    ];
    await applyOwn(OWN.map((operation) => ({ ...operation, player: 2 })));
    expect(await realm.acknowledged()).toBe(3);
    for (const other of others) await close(other);
  });

  test("keeps its mark until it is committed", async () => {
    await applyOwn(OWN);
    const admin = await open("UPDATE dc_player_profile SET mythic_rating = 7");
    expect(await noticed()).toEqual([]);
    await close(admin);
    expect(await noticed()).toEqual([nudge(1)]);
  });
});

describe("a realm", () => {
  test("that is seen for the first time or comes back after a silence reads everybody, once", async () => {
    const realms = new ReturningRealms(database.pool, REALM_LOST);
    await realms.look();
    expect(await realm.takeOutbox()).toEqual([EVERYONE]);
    await realms.look();
    expect(await realm.takeOutbox()).toEqual([]);
    await realm.fallSilent(REALM_LOST + 5);
    await realms.look();
    await realm.fallSilent(0);
    await realms.look();
    expect(await realm.takeOutbox()).toEqual([EVERYONE]);
  });
});

describe("rows that somebody else deletes", () => {
  let counts: OnlineRowCounts;
  let watch: DeletionWatch;
  let work: JournalWork;

  beforeEach(async () => {
    counts = new OnlineRowCounts();
    work = { ...journalWork(database.pool), rowChanges: counts };
    await change(`INSERT INTO dc_session (player_guid, boot_id, account_id) VALUES (1, ${realm.boot}, 10)`);
    await applyOwn(OWN, work);
    watch = new DeletionWatch(database.pool, counts, REALM_LOST);
    await look();
  });

  async function look(): Promise<unknown[]> {
    await watch.look();
    // Each look rests for a while in proportion to its cost; the next one here must not wait for that.
    watch = new DeletionWatch(database.pool, counts, REALM_LOST);
    return realm.takeOutbox();
  }

  test.each(PLAYER_TABLES)("in %s are noticed once", async (table) => {
    expect(await look()).toEqual([]);
    await change(`DELETE FROM ${table} WHERE player_guid = 1`);
    expect(await look()).toEqual([nudge(1)]);
    expect(await look()).toEqual([]);
  });

  test("are noticed when the bridge has since added as many", async () => {
    await change("DELETE FROM dc_player_currencies WHERE player_guid = 1");
    await applyOwn([{ kind: "earn", subjectId: 1, amount: 5 }], work);
    expect(await look()).toEqual([nudge(1)]);
    expect(await look()).toEqual([]);
  });

  test("are noticed when somebody else had inserted them since the last look", async () => {
    await change(
      "INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system) VALUES (1, 'pet', 9, 'shop')",
    );
    await watchMarks(database.pool, REALM_LOST, counts);
    expect(await realm.takeOutbox()).toEqual([nudge(1)]);
    await change("DELETE FROM dc_player_unlocks WHERE unlock_type = 'pet'");
    expect(await look()).toEqual([nudge(1)]);
    expect(await look()).toEqual([]);
  });

  test("of players who are offline do not matter", async () => {
    await change("DELETE FROM dc_session");
    await look();
    await change("DELETE FROM dc_player_unlocks");
    expect(await look()).toEqual([]);
  });

  test("new rows, the bridge's or others', are no deletion", async () => {
    await applyOwn([{ kind: "earn", subjectId: 2, amount: 5 }], work);
    expect(await look()).toEqual([]);
    await change("INSERT INTO dc_player_currencies (player_guid, currency_id) VALUES (1, 3)");
    expect(await look()).toEqual([]);
  });

  test("the realm's own deletion of a character is none", async () => {
    await applyOwn([{ kind: "delete" }], work);
    expect(await look()).toEqual([]);
    const [left] = await select(database.pool, "SELECT COUNT(*) AS count FROM dc_player_unlocks");
    expect(wholeNumber(left?.count)).toBe(0);
  });
});
