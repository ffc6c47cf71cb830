import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { execute, select } from "../../server-bridge/node/database/query";
import { Presence } from "../../server-bridge/node/presence/presence";
import { projectVersion } from "../../scripts/project-version";
import { createDatabase, type TestDatabase } from "../database";
import { BridgeProcess } from "./bridge-process";

const RULES = "Europe/Berlin, hour 6, weekday 3";
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterEach(() => execute(database.pool, "DELETE FROM dc_bridge"));
afterAll(() => database.drop());

test("a bridge has one row, with its version, however often it says that it is there", async () => {
  const presence = new Presence(database.pool, RULES);
  await presence.announce();
  await execute(
    database.pool,
    "UPDATE dc_bridge SET started_at = '2026-01-01', seen_at = CURRENT_TIMESTAMP - INTERVAL 1 HOUR",
  );
  await presence.announce();
  const rows = await select(
    database.pool,
    `SELECT version, DATE(started_at) AS began, seen_at > CURRENT_TIMESTAMP - INTERVAL 1 MINUTE AS seen,
       CHAR_LENGTH(bridge_id) <= 64 AS fits FROM dc_bridge`,
  );
  expect(rows).toEqual([{ version: projectVersion(), began: "2026-01-01", seen: 1, fits: 1 }]);
});

test("two bridges in one process have two rows", async () => {
  await new Presence(database.pool, RULES).announce();
  await new Presence(database.pool, RULES).announce();
  expect(await select(database.pool, "SELECT 1 FROM dc_bridge")).toHaveLength(2);
});

test("bridges that have not been seen for a day are deleted, later ones stay", async () => {
  await execute(
    database.pool,
    `INSERT INTO dc_bridge (bridge_id, version, seen_at) VALUES
       ('gone', '0.1.0', CURRENT_TIMESTAMP - INTERVAL 25 HOUR), ('late', '0.1.0', CURRENT_TIMESTAMP - INTERVAL 23 HOUR)`,
  );
  await new Presence(database.pool, RULES).announce();
  const others = await select(
    database.pool,
    "SELECT bridge_id FROM dc_bridge WHERE bridge_id IN ('gone', 'late')",
  );
  expect(others).toEqual([{ bridge_id: "late" }]);
});

test("a running dc-bridge says that it is there", async () => {
  const bridge = await BridgeProcess.start(database.url);
  await expect
    .poll(() => select(database.pool, "SELECT version FROM dc_bridge"), { timeout: 10_000 })
    .toEqual([{ version: projectVersion() }]);
  await bridge.stop();
});
