import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import "../../shared/language/javascript";
import { type PrivateMariadb, startPrivateMariadb } from "../../scripts/private-mariadb";
import { select } from "../../server-bridge/node/database/query";
import { applyBatch } from "../../server-bridge/node/journal/apply-batch";
import { createDatabase, type TestDatabase } from "../database";
import { journalWork } from "./journal-work";
import { RealmDouble } from "./realm-double";

/** Central Europe, in the form that needs no time zone files. */
const WITH_SUMMER_TIME = "CET-1CEST,M3.5.0,M10.5.0/3";
/** 29 October 2023: the clock shows 02:30 twice, an hour apart. */
const FIRST_HALF_PAST_TWO = 1_698_539_400;
const SECOND_HALF_PAST_TWO = FIRST_HALF_PAST_TWO + 3600;

const folder = mkdtempSync(join(tmpdir(), "dc-zone-"));
let server: PrivateMariadb;
let database: TestDatabase;

beforeAll(async () => {
  vi.stubEnv("TZ", WITH_SUMMER_TIME);
  server = await startPrivateMariadb({ folder });
  vi.unstubAllEnvs();
  database = await createDatabase(server.port);
});

afterAll(async () => {
  await database.drop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("times in the hour that a server's clock has twice arrive as they are", async () => {
  const realm = await RealmDouble.start(database.pool);
  await realm.send(1, [
    { kind: "set", subject: "last_login", amount: FIRST_HALF_PAST_TWO },
    { kind: "set", subject: "last_daily_reset", amount: SECOND_HALF_PAST_TWO },
    { kind: "unlock", subject: "title", subjectId: 1, happenedAt: FIRST_HALF_PAST_TWO },
    { kind: "unlock", subject: "title", subjectId: 2, happenedAt: SECOND_HALF_PAST_TWO },
  ]);
  await applyBatch(journalWork(database.pool), realm.boot);
  const [times] = await select(
    database.pool,
    `SELECT UNIX_TIMESTAMP(last_login) AS login, UNIX_TIMESTAMP(last_daily_reset) AS reset_at,
            (SELECT MAX(UNIX_TIMESTAMP(unlocked_at)) - MIN(UNIX_TIMESTAMP(unlocked_at)) FROM dc_player_unlocks) AS apart
     FROM dc_player_profile`,
  );
  expect(times).toEqual({ login: FIRST_HALF_PAST_TWO, reset_at: SECOND_HALF_PAST_TWO, apart: 3600 });
});
