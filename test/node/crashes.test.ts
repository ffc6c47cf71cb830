import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { type PrivateMariadb, startPrivateMariadb } from "../../scripts/private-mariadb";
import { createDatabase, type TestDatabase } from "../database";
import { BridgeProcess } from "./bridge-process";
import { RealmDouble } from "./realm-double";
import {
  acknowledgedUpTo,
  expectedTotals,
  mixedOperations,
  queueIsEmpty,
  sendWithRepeats,
  totals,
} from "./traffic";

const SMALL_BATCHES = { DC_BATCH_SIZE: "50", DC_POLL_INTERVAL: "10" };

describe("a bridge that is killed", () => {
  let database: TestDatabase;
  let realm: RealmDouble;

  beforeEach(async () => {
    database = await createDatabase();
    realm = await RealmDouble.start(database.pool);
  });

  afterEach(() => database.drop());

  test("at twenty random moments, while the realm sends and re-sends, applies everything once", async () => {
    const count = 20_000;
    const sending = sendWithRepeats(realm, mixedOperations(count));
    for (let kill = 0; kill < 20; kill++) {
      const bridge = await BridgeProcess.start(database.url, SMALL_BATCHES);
      await sleep(Math.random() * 120);
      bridge.signal("SIGKILL");
      await bridge.ended();
    }
    const survivor = await BridgeProcess.start(database.url);
    await sending;
    await acknowledgedUpTo(realm, count);
    await queueIsEmpty(database.pool);
    expect(await totals(database.pool)).toEqual(expectedTotals(count));
    expect(await survivor.stop()).toBe(0);
  });

  test("leaves its boot to another bridge", async () => {
    const first = await BridgeProcess.start(database.url, SMALL_BATCHES);
    const second = await BridgeProcess.start(database.url, SMALL_BATCHES);
    const sending = sendWithRepeats(realm, mixedOperations(4000));
    await acknowledgedUpTo(realm, 500);
    first.signal("SIGKILL");
    await sending;
    await acknowledgedUpTo(realm, 4000);
    await queueIsEmpty(database.pool);
    expect(await totals(database.pool)).toEqual(expectedTotals(4000));
    expect(await second.stop()).toBe(0);
  });
});

describe("a database that goes away", () => {
  const folder = mkdtempSync(join(tmpdir(), "dc-restart-"));
  let server: PrivateMariadb;

  beforeEach(async () => {
    server = await startPrivateMariadb({ folder });
  });

  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("by a restart and by a crash, while the bridge runs, costs nothing", async () => {
    const database = await createDatabase(server.port);
    const realm = await RealmDouble.start(database.pool);
    const bridge = await BridgeProcess.start(database.url, SMALL_BATCHES);
    const count = 12_000;
    const sending = sendWithRepeats(realm, mixedOperations(count));
    await acknowledgedUpTo(realm, 1000);
    await server.restart();
    await acknowledgedUpTo(realm, 4000);
    server.kill9();
    await server.restart();
    await sending;
    await acknowledgedUpTo(realm, count);
    await queueIsEmpty(database.pool);
    expect(await totals(database.pool)).toEqual(expectedTotals(count));
    expect(bridge.output).toContain("the database is away");
    expect(bridge.output).toContain("the database is back");
    expect(await bridge.stop()).toBe(0);
    await database.drop();
  });
});
