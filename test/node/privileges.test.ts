import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type PrivateMariadb, startPrivateMariadb } from "../../scripts/private-mariadb";
import { connectionOptions } from "../../server-bridge/node/database/pool";
import { execute, select } from "../../server-bridge/node/database/query";
import { migrate } from "../../server-bridge/node/migrations/migrate";
import { createEmptyDatabase, silentLog, type TestDatabase } from "../database";
import { BridgeProcess } from "./bridge-process";
import { RealmDouble, type SentOperation } from "./realm-double";
import { acknowledgedUpTo } from "./traffic";

/** The two lists of the sentence by which docs/bridge.md tells what to grant. */
const [, toWork = "", toMigrate = ""] =
  /needs ([A-Z, and\n]+) on the\s+database,\s+and\s+for\s+migrations\s+([A-Z, and\n]+)\./.exec(
    readFileSync("docs/bridge.md", "utf8"),
  ) ?? [];
const wordsOf = (list: string): string[] => list.match(/[A-Z]+/g) ?? [];
const WORKING = wordsOf(toWork);
const MIGRATING = [...WORKING, ...wordsOf(toMigrate)];

const folder = mkdtempSync(join(tmpdir(), "dc-grants-"));
let server: PrivateMariadb;
let database: TestDatabase;

beforeAll(async () => {
  server = await startPrivateMariadb({ folder, withGrants: true });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  database = await createEmptyDatabase(server.port);
  return () => database.drop();
});

/** The address for a user who may do this in the database, and nothing else anywhere. */
async function urlFor(privileges: readonly string[]): Promise<string> {
  const name = connectionOptions(database.url).database;
  await execute(database.pool, "CREATE OR REPLACE USER bridge@'127.0.0.1' IDENTIFIED BY 'secret'");
  await execute(database.pool, `GRANT ${privileges.join(", ")} ON ${name}.* TO bridge@'127.0.0.1'`);
  return `mysql://bridge:secret@127.0.0.1:${server.port}/${name}`;
}

const OPERATIONS: readonly SentOperation[] = [
  { kind: "earn", subjectId: 1, amount: 75 },
  { kind: "add", subject: "mythic_rating", amount: 5 },
  { kind: "unlock", subject: "title", subjectId: 5 },
  { kind: "add", subject: "no_such_stat", amount: 5 },
  { kind: "delete" },
];

async function comes(sql: string): Promise<void> {
  await expect.poll(() => select(database.pool, sql), { timeout: 20_000 }).not.toEqual([]);
}

/** The whole program at its work: the queue, the calendar, what others have changed, what admins edit. */
async function workAs(privileges: readonly string[]): Promise<string> {
  const bridge = await BridgeProcess.start(await urlFor(privileges), { DC_DELETION_INTERVAL: "100" });
  const realm = await RealmDouble.start(database.pool);
  await execute(
    database.pool,
    "INSERT INTO dc_session (player_guid, boot_id, account_id) VALUES (1, ?, 10)",
    [realm.boot],
  );
  await realm.send(1, OPERATIONS);
  await acknowledgedUpTo(realm, OPERATIONS.length);
  await execute(
    database.pool,
    "INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (1, 2, 5)",
  );
  await execute(database.pool, "UPDATE dc_settings SET value = '7' WHERE name = 'pvp_season_xp'");
  await comes("SELECT 1 FROM dc_outbox WHERE kind = 'player_changed' AND player_guid = 1");
  await comes("SELECT 1 FROM dc_outbox WHERE kind = 'config_changed' AND subject = 'dc_settings'");
  await comes("SELECT 1 FROM dc_calendar JOIN dc_calendar_events USING (realm_id)");
  await comes("SELECT 1 FROM dc_bridge");
  await comes("SELECT 1 FROM dc_journal_rejected");
  expect(await bridge.stop()).toBe(0);
  return bridge.output;
}

/** The messages of errors in the log of a bridge. */
function errorsIn(log: string): unknown[] {
  const lines = log.trim().split("\n");
  return lines.map((line): unknown => JSON.parse(line)).filter((line) => isError(line));
}

function isError(line: unknown): boolean {
  return typeof line === "object" && line !== null && "level" in line && line.level === 50;
}

/** There is no stat of that name. */
const REJECTED = [
  expect.objectContaining({ sequence: 4, msg: expect.stringMatching(/dc_journal_rejected/) }),
];

describe("the privileges that docs/bridge.md names", () => {
  test("are enough to migrate and to work", async () => {
    expect(errorsIn(await workAs(MIGRATING))).toEqual(REJECTED);
  });

  test("for work are enough for tables that have been migrated", async () => {
    await migrate(database.url, silentLog);
    expect(errorsIn(await workAs(WORKING))).toEqual(REJECTED);
  });

  test.each(wordsOf(toMigrate))("for migrations: %s is needed", async (privilege) => {
    const url = await urlFor(MIGRATING.filter((granted) => granted !== privilege));
    await expect(migrate(url, silentLog)).rejects.toThrow(/denied/);
  });

  test.each(WORKING)("for work: %s is needed", async (privilege) => {
    await migrate(database.url, silentLog);
    const url = await urlFor(WORKING.filter((granted) => granted !== privilege));
    const bridge = await BridgeProcess.run(["start"], { DC_DATABASE_URL: url });
    const realm = await RealmDouble.start(database.pool);
    await realm.send(1, OPERATIONS);
    await bridge.says("denied");
    await bridge.stop();
  });
});
