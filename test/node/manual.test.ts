import { readFileSync } from "node:fs";

import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, expect, test } from "vitest";

import "../../shared/language/javascript";
import { execute, select } from "../../server-bridge/node/database/query";
import { applyBatch } from "../../server-bridge/node/journal/apply-batch";
import { findDueBoots } from "../../server-bridge/node/journal/boot";
import { UnknownBoots } from "../../server-bridge/node/watch/unknown-boots";
import { createDatabase, type TestDatabase } from "../database";
import { journalWork } from "./journal-work";
import { keepLog } from "./kept-log";
import { RealmDouble } from "./realm-double";

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

/** The statements of docs/bridge.md: what is indented there and ends with a semicolon. */
function statements(): string[] {
  const lines = readFileSync("docs/bridge.md", "utf8").split("\n");
  const code = lines.filter((line) => line.startsWith("    ") && !line.includes("dc-bridge"));
  const texts = code.join("\n").split(";");
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

test("every statement of the manual runs on the tables", async () => {
  expect(statements().length).toBeGreaterThan(5);
  for (const statement of statements()) await database.pool.query(statement);
});

test("every table of the schema is in the manual", async () => {
  const manual = readFileSync("docs/bridge.md", "utf8");
  const tables = await select(
    database.pool,
    "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
  );
  for (const { name } of tables) expect(manual).toContain(`\`${String(name)}\``);
});

test("the manual's way to try rejected operations again applies them, once", async () => {
  const realm = await RealmDouble.start(database.pool);
  await realm.send(1, [
    { kind: "earn", subjectId: 1, amount: 5 },
    { kind: "add", subject: "future_stat", amount: 3 },
    { kind: "earn", subjectId: 1, amount: 5 },
  ]);
  await applyBatch(journalWork(database.pool), realm.boot);
  // A newer bridge knows the stat. This one is shown another name for it instead.
  await execute(database.pool, "UPDATE dc_journal_rejected SET subject = 'mythic_rating'");
  const retry = statements().filter((statement) => statement.includes("dc_journal_rejected"));
  for (const statement of retry)
    await execute(database.pool, statement.replaceAll("= 12", `= ${realm.boot}`));
  expect(await applyBatch(journalWork(database.pool), realm.boot)).toMatchObject({
    applied: 1,
    duplicates: 0,
  });
  await realm.send(1, [{ kind: "earn" }, { kind: "add", subject: "future_stat", amount: 3 }]);
  expect(await applyBatch(journalWork(database.pool), realm.boot)).toMatchObject({
    applied: 0,
    duplicates: 2,
  });
  expect(await select(database.pool, "SELECT mythic_rating FROM dc_player_profile")).toEqual([
    { mythic_rating: 3 },
  ]);
  expect(await realm.acknowledged()).toBe(3);
});

test("a start without its row is told of once, and the manual's way to enter it again applies what waits, once", async () => {
  const realm = await RealmDouble.start(database.pool);
  const earn = { kind: "earn", player: 8, subjectId: 1, amount: 5 };
  await realm.send(1, [earn, earn]);
  await applyBatch(journalWork(database.pool), realm.boot);
  await execute(database.pool, "DELETE FROM dc_boot WHERE boot_id = ?", [realm.boot]);
  await realm.send(2, [earn, earn]);
  const { log, take } = keepLog();
  const watch = new UnknownBoots(database.pool, log);
  for (let looks = 0; looks < 2; looks++) await watch.look();
  expect(take()).toEqual([
    `dc_journal has operations of boot ${realm.boot}, which dc_boot does not know: they wait until its row is entered again`,
  ]);
  const [entry = ""] = statements().filter((statement) => statement.includes("INTO dc_boot"));
  await execute(database.pool, entry.replaceAll(/\b7\b/g, String(realm.boot)));
  expect(await findDueBoots(database.pool)).toEqual([realm.boot]);
  expect(await applyBatch(journalWork(database.pool), realm.boot)).toMatchObject({
    applied: 1,
    duplicates: 1,
  });
  await watch.look();
  expect(take()).toEqual([]);
  const [held] = await select(database.pool, "SELECT amount FROM dc_player_currencies WHERE player_guid = 8");
  expect(held).toEqual({ amount: 15 });
});

test("the manual's way to shorten what grows takes old rows alone, and nobody waits for it", async () => {
  const note =
    "INSERT INTO dc_inbox_events (request_id, name, player_guid, payload_checksum, boot_id, published_at)";
  const young = "CURRENT_TIMESTAMP - INTERVAL 364 DAY";
  const old = "CURRENT_TIMESTAMP - INTERVAL 367 DAY";
  await execute(
    database.pool,
    `${note} VALUES ('a old', 'X', 1, 1, 1, ${old}), ('c young', 'X', 1, 1, 1, ${young})`,
  );
  const admin = await createConnection({ uri: database.url });
  await admin.query("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
  const [isolation = "", ...deletions] = statements().slice(
    statements().findIndex((text) => text.startsWith("SET SESSION")),
  );
  await admin.query(isolation);
  await admin.query("START TRANSACTION");
  for (const deletion of deletions.filter((text) => text.startsWith("DELETE"))) await admin.query(deletion);
  const realm = await database.pool.getConnection();
  await realm.query("SET innodb_lock_wait_timeout = 1");
  await realm.query(`${note} VALUES ('b new', 'X', 1, 1, 1, CURRENT_TIMESTAMP)`);
  realm.destroy();
  await admin.query("COMMIT");
  await admin.end();
  expect(await select(database.pool, "SELECT request_id FROM dc_inbox_events ORDER BY request_id")).toEqual([
    { request_id: "b new" },
    { request_id: "c young" },
  ]);
});
