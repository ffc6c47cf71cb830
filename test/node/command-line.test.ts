import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { execute, select } from "../../server-bridge/node/database/query";
import { createDatabase, createEmptyDatabase, type TestDatabase } from "../database";
import { BridgeProcess, urlWithPassword } from "./bridge-process";
import { RealmDouble } from "./realm-double";
import { acknowledgedUpTo } from "./traffic";

const PASSWORD = "hunter2";
let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

test("the source run by tsx migrates, applies, tells of changes and stops", async () => {
  const url = urlWithPassword(database.url, PASSWORD);
  const bridge = BridgeProcess.runSource(["start"], { DC_DATABASE_URL: url, DC_LOG_LEVEL: "debug" });
  await bridge.says('"ready"');
  const realm = await RealmDouble.start(database.pool);
  await realm.send(1, [{ kind: "earn", player: 3, subjectId: 1, amount: 75 }]);
  await acknowledgedUpTo(realm, 1);
  await execute(database.pool, "UPDATE dc_player_currencies SET amount = 80");
  const named: unknown[] = [];
  while (named.length === 0) {
    const outbox = await realm.takeOutbox();
    named.push(...outbox.filter((message) => message.kind === "player_changed"));
  }
  expect(named).toEqual([{ kind: "player_changed", player_guid: 3 }]);
  expect(await bridge.stop()).toBe(0);
  expect(bridge.output).not.toContain(PASSWORD);
});

test("a bridge that starts tells the running realms to read everybody again", async () => {
  await database.drop();
  database = await createDatabase();
  const realm = await RealmDouble.start(database.pool);
  const gone = await RealmDouble.start(database.pool, 2);
  await gone.fallSilent(1000);
  const bridge = await BridgeProcess.start(database.url);
  const everyone = { kind: "everyone_changed", player_guid: 0 };
  expect(await realm.takeOutbox()).toContainEqual(everyone);
  expect(await gone.takeOutbox()).not.toContainEqual(everyone);
  expect(await bridge.stop()).toBe(0);
});

test("messages that no realm takes are deleted with age, and replaced boots are marked", async () => {
  await database.drop();
  database = await createDatabase();
  const old = await RealmDouble.start(database.pool);
  const current = await RealmDouble.start(database.pool);
  await execute(
    database.pool,
    `INSERT INTO dc_outbox (realm_id, kind, created_at) VALUES
     (7, 'player_changed', CURRENT_TIMESTAMP - INTERVAL 2 HOUR), (7, 'player_changed', CURRENT_TIMESTAMP)`,
  );
  const bridge = await BridgeProcess.start(database.url);
  const isSwept = async (): Promise<boolean> => {
    const [row] = await select(database.pool, "SELECT superseded FROM dc_boot WHERE boot_id = ?", [old.boot]);
    return row?.superseded === 1;
  };
  while (!(await isSwept()));
  expect(await select(database.pool, "SELECT outbox_id FROM dc_outbox WHERE realm_id = 7")).toEqual([
    { outbox_id: 2 },
  ]);
  const boots = await select(database.pool, "SELECT boot_id, superseded FROM dc_boot ORDER BY boot_id");
  expect(boots).toEqual([
    { boot_id: old.boot, superseded: 1 },
    { boot_id: current.boot, superseded: 0 },
  ]);
  expect(await bridge.stop()).toBe(0);
});

describe("exit codes", () => {
  async function outcome(words: readonly string[], environment: Record<string, string>): Promise<unknown[]> {
    const bridge = await BridgeProcess.run(words, environment);
    return [await bridge.ended(), bridge.output];
  }

  test("0 for a migration", async () => {
    const [code, output] = await outcome(["migrate"], { DC_DATABASE_URL: database.url });
    expect(code).toBe(0);
    expect(output).toContain("schema is at version");
  });

  test("1 for a database that cannot be reached, without the password", async () => {
    const [code, output] = await outcome(["migrate"], {
      DC_DATABASE_URL: `mysql://root:${PASSWORD}@127.0.0.1:9/nowhere`,
    });
    expect(code).toBe(1);
    expect(output).toContain("ECONNREFUSED");
    expect(output).not.toContain(PASSWORD);
  });

  test("1 for a database that does not exist, without waiting for it", async () => {
    const [code, output] = await outcome(["start"], { DC_DATABASE_URL: `${database.url}_missing` });
    expect(code).toBe(1);
    expect(output).toContain("Unknown database");
  });

  test("2 for wrong settings, with their names and without the password", async () => {
    const [code, output] = await outcome(["start"], {
      DC_DATABASE_URL: `mysql//root:${PASSWORD}@127.0.0.1/x`,
      DC_BATCH_SIZE: "-1",
    });
    expect(code).toBe(2);
    expect(output).toContain("DC_DATABASE_URL");
    expect(output).toContain("DC_BATCH_SIZE");
    expect(output).not.toContain(PASSWORD);
  });

  test.each([
    [["--bogus"], "unknown option '--bogus'"],
    [["migrate", "--once"], "unknown option '--once'"],
    [["migarte"], "too many arguments for 'start'"],
    [["start", "--config"], "argument missing"],
  ])("2 for the command line %j, with a line of usage", async (words, fault) => {
    const [code, output] = await outcome(words, { DC_DATABASE_URL: database.url });
    expect(code).toBe(2);
    expect(String(output).trim().split("\n")).toEqual([
      expect.stringContaining(fault),
      "Usage: dc-bridge [command] [options] (dc-bridge --help says more)",
    ]);
  });

  test("0 for help", async () => {
    const [code, output] = await outcome(["--help"], {});
    expect(code).toBe(0);
    expect(output).toContain("migrate [options]");
  });

  test("3 for a database of a newer version", async () => {
    await outcome(["migrate"], { DC_DATABASE_URL: database.url });
    await execute(database.pool, "INSERT INTO dc_schema_migrations (version, name) VALUES (9999, 'future')");
    const [code, output] = await outcome(["start"], { DC_DATABASE_URL: database.url });
    expect(code).toBe(3);
    expect(output).toContain("schema version 9999");
  });
});

test("plain lines for a person, JSON for a machine", async () => {
  const pretty = await BridgeProcess.run(["migrate"], {
    DC_DATABASE_URL: database.url,
    DC_LOG_FORMAT: "pretty",
  });
  expect(await pretty.ended()).toBe(0);
  expect(pretty.output).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: migration 1: main-tables$/m);
  const json = await BridgeProcess.run(["migrate"], { DC_DATABASE_URL: database.url });
  expect(await json.ended()).toBe(0);
  for (const line of json.output.trim().split("\n")) {
    expect(JSON.parse(line)).toMatchObject({ level: 30, msg: expect.any(String) });
  }
});
