import { afterEach, beforeEach, expect, test } from "vitest";

import type { PoolConnection } from "../../server-bridge/node/database/pool";
import { execute, select, wholeNumber } from "../../server-bridge/node/database/query";
import { createDatabase, type TestDatabase } from "../database";
import { BridgeProcess } from "./bridge-process";
import { RealmDouble } from "./realm-double";
import { acknowledgedUpTo, expectedTotals, mixedOperations, totals } from "./traffic";

const SIGTERM_CODE = 143;
let database: TestDatabase;
let realm: RealmDouble;

beforeEach(async () => {
  database = await createDatabase();
  realm = await RealmDouble.start(database.pool);
});

afterEach(() => database.drop());

/** Somebody holds the row that the next batch needs. */
async function holdWallet(): Promise<PoolConnection> {
  await execute(database.pool, "INSERT INTO dc_player_currencies (player_guid, currency_id) VALUES (1, 1)");
  const holder = await database.pool.getConnection();
  await holder.beginTransaction();
  await holder.query("UPDATE dc_player_currencies SET amount = 10");
  return holder;
}

async function letGo(holder: PoolConnection): Promise<void> {
  await holder.commit();
  holder.release();
}

/** Waits until the bridge is in the middle of a batch: it has claimed the boot and waits for the wallet. */
async function batchIsUnderWay(): Promise<void> {
  const sql = "SELECT boot_id FROM dc_boot WHERE boot_id = ? FOR UPDATE SKIP LOCKED";
  while ((await select(database.pool, sql, [realm.boot])).length > 0);
}

test.each(["SIGTERM", "SIGINT"] as const)("%s ends with whole batches and code 0", async (signal) => {
  await realm.send(1, mixedOperations(8000));
  const bridge = await BridgeProcess.start(database.url, { DC_BATCH_SIZE: "100" });
  await acknowledgedUpTo(realm, 200);
  bridge.signal(signal);
  expect(await bridge.ended()).toBe(0);
  expect(bridge.output).toContain('"stopped"');
  const done = await realm.acknowledged();
  expect(done % 100).toBe(0);
  expect(await totals(database.pool)).toEqual(expectedTotals(done));
  const [left] = await select(database.pool, "SELECT COUNT(*) AS count FROM dc_journal");
  expect(wholeNumber(left?.count)).toBe(8000 - done);
});

test("the batch under way is finished", async () => {
  const holder = await holdWallet();
  await realm.send(1, [{ kind: "earn", subjectId: 1, amount: 5 }]);
  const bridge = await BridgeProcess.start(database.url);
  await batchIsUnderWay();
  bridge.signal("SIGTERM");
  await bridge.says("finishing");
  expect(await realm.acknowledged()).toBe(0);
  await letGo(holder);
  expect(await bridge.ended()).toBe(0);
  expect(await realm.acknowledged()).toBe(1);
});

test("a second signal ends it at once, and nothing is half done", async () => {
  const holder = await holdWallet();
  await realm.send(1, [{ kind: "earn", subjectId: 1, amount: 5 }]);
  const bridge = await BridgeProcess.start(database.url);
  await batchIsUnderWay();
  bridge.signal("SIGTERM");
  await bridge.says("finishing");
  bridge.signal("SIGTERM");
  expect(await bridge.ended()).toBe(SIGTERM_CODE);
  await letGo(holder);
  expect(await realm.acknowledged()).toBe(0);
});

test("a stop that takes too long is abandoned with code 1", async () => {
  const holder = await holdWallet();
  await realm.send(1, [{ kind: "earn", subjectId: 1, amount: 5 }]);
  const bridge = await BridgeProcess.start(database.url, { DC_STOP_LIMIT: "1" });
  await batchIsUnderWay();
  expect(await bridge.stop()).toBe(1);
  await letGo(holder);
});

test("a bridge that waits for its database stops when told", async () => {
  const bridge = await BridgeProcess.run(["start"], { DC_DATABASE_URL: "mysql://root@127.0.0.1:9/nowhere" });
  await bridge.says("the database is away");
  expect(await bridge.stop()).toBe(0);
});
