import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import "../../shared/language/javascript";
import { PROFILE_FIELDS } from "../../shared/catalog/profile-fields";
import { NUMBER_TYPES } from "../../shared/catalog/number-types";
import { execute, select } from "../../server-bridge/node/database/query";
import { standIn } from "../../server-bridge/eluna/journal/stand-in";
import { applyBatch, type BatchResult } from "../../server-bridge/node/journal/apply-batch";
import { createDatabase, type TestDatabase } from "../database";
import { journalWork } from "./journal-work";
import { RealmDouble, type SentOperation } from "./realm-double";

/** Where all are that there are. */
const STATS = "; stats are the columns of dc_player_profile";
const UNLOCKS = "; types are title, mount, pet, transmog, cosmetic, ability, perk";

const PLAYER = 7;
let database: TestDatabase;
let realm: RealmDouble;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  for (const table of ["dc_player_profile", "dc_player_currencies", "dc_player_unlocks"]) {
    await execute(database.pool, `DELETE FROM ${table}`);
  }
  realm = await RealmDouble.start(database.pool);
});

async function applyAll(operations: readonly SentOperation[]): Promise<BatchResult> {
  await realm.send(
    1,
    operations.map((operation) => ({ player: PLAYER, ...operation })),
  );
  return applyBatch(journalWork(database.pool), realm.boot);
}

async function profile(): Promise<Record<string, unknown> | undefined> {
  const [row] = await select(database.pool, "SELECT * FROM dc_player_profile WHERE player_guid = ?", [
    PLAYER,
  ]);
  return row;
}

async function wallets(): Promise<unknown[]> {
  const rows = await select(
    database.pool,
    "SELECT currency_id, amount, total_earned, total_spent FROM dc_player_currencies WHERE player_guid = ? ORDER BY 1",
    [PLAYER],
  );
  return rows.map((row) => Object.values(row));
}

async function ledger(): Promise<unknown[]> {
  const rows = await select(
    database.pool,
    "SELECT sequence, kind, amount, applied FROM dc_ledger WHERE boot_id = ? ORDER BY sequence",
    [realm.boot],
  );
  return rows.map((row) => Object.values(row));
}

describe("stats", () => {
  test("an addition counts, and the ledger says who, when and why", async () => {
    await applyAll([
      { kind: "add", subject: "mythic_rating", amount: 25, source: "mythic_plus", requestId: "order-17" },
    ]);
    expect(await profile()).toMatchObject({ mythic_rating: 25, account_id: 10, foreign_at: null });
    const [entry] = await select(database.pool, "SELECT * FROM dc_ledger WHERE boot_id = ?", [realm.boot]);
    expect(entry).toEqual({
      boot_id: realm.boot,
      sequence: 1,
      player_guid: PLAYER,
      kind: "add",
      subject: "mythic_rating",
      subject_id: 0,
      amount: 25,
      applied: 25,
      source: "mythic_plus",
      cause: "BOSS_KILL",
      happened_at: "2023-11-14 22:13:20",
      request_id: "order-17",
    });
  });

  test.each(PROFILE_FIELDS)("$column ends at its range in both directions", async ({ column, type }) => {
    const { maximum } = NUMBER_TYPES[type];
    await applyAll([
      { kind: "set", subject: column, amount: maximum - 1 },
      { kind: "add", subject: column, amount: 5 },
    ]);
    const [row] = await select(
      database.pool,
      type === "timestamp"
        ? `SELECT UNIX_TIMESTAMP(${column}) AS value FROM dc_player_profile`
        : `SELECT ${column} AS value FROM dc_player_profile`,
    );
    expect(Number(row?.value)).toBe(maximum);
    await realm.send(3, [{ kind: "add", player: PLAYER, subject: column, amount: -Number.MAX_SAFE_INTEGER }]);
    await applyBatch(journalWork(database.pool), realm.boot);
    expect(Number((await profile())?.[column] ?? 0)).toBe(0);
    expect(await ledger()).toEqual([
      [1, "set", maximum - 1, maximum - 1],
      [2, "add", 5, 1],
      [3, "add", -Number.MAX_SAFE_INTEGER, -maximum],
    ]);
  });

  test("a value beyond its column's range is taken, and ends there", async () => {
    await applyAll([{ kind: "set", subject: "prestige_level", amount: 300 }]);
    expect(await profile()).toMatchObject({ prestige_level: 255 });
    expect(await ledger()).toEqual([[1, "set", 300, 255]]);
  });

  test("a time of 0 is stored as never", async () => {
    await applyAll([{ kind: "set", subject: "last_login", amount: 1_700_000_000 }]);
    expect(await profile()).toMatchObject({ last_login: "2023-11-14 22:13:20", last_daily_reset: null });
    await realm.send(2, [{ kind: "set", player: PLAYER, subject: "last_login", amount: 0 }]);
    await applyBatch(journalWork(database.pool), realm.boot);
    expect(await profile()).toMatchObject({ last_login: null });
  });

  test("the account of a row that has one stays", async () => {
    await execute(database.pool, "INSERT INTO dc_player_profile (player_guid, account_id) VALUES (?, 3)", [
      PLAYER,
    ]);
    await applyAll([{ kind: "add", subject: "total_logins", amount: 1 }]);
    expect(await profile()).toMatchObject({ account_id: 3, total_logins: 1 });
  });

  test("an addition of nothing makes the row, with the account", async () => {
    await applyAll([{ kind: "add", subject: "total_logins", amount: 0, account: 5 }]);
    expect(await profile()).toMatchObject({ account_id: 5, total_logins: 0 });
  });
});

describe("currencies", () => {
  test("earning and spending move the balance and the totals", async () => {
    await applyAll([
      { kind: "earn", subjectId: 1, amount: 75 },
      { kind: "spend", subjectId: 1, amount: 30 },
      { kind: "earn", subjectId: 2, amount: 5 },
    ]);
    expect(await wallets()).toEqual([
      [1, 45, 75, 30],
      [2, 5, 5, 0],
    ]);
  });

  test("a spend that the tables cannot cover ends at 0, and the ledger shows what was taken", async () => {
    await applyAll([
      { kind: "earn", subjectId: 1, amount: 10 },
      { kind: "spend", subjectId: 1, amount: 30 },
    ]);
    expect(await wallets()).toEqual([[1, 0, 10, 10]]);
    expect(await ledger()).toEqual([
      [1, "earn", 10, 10],
      [2, "spend", 30, -10],
    ]);
  });

  test("balances end at 2^53 - 1, also when somebody stored more", async () => {
    await execute(
      database.pool,
      "INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (?, 1, 18446744073709551615)",
      [PLAYER],
    );
    await applyAll([{ kind: "earn", subjectId: 1, amount: 10 }]);
    expect(await wallets()).toEqual([[1, Number.MAX_SAFE_INTEGER, 10, 0]]);
    expect(await ledger()).toEqual([[1, "earn", 10, 0]]);
  });
});

describe("unlocks", () => {
  test("an unlock that is there keeps its row", async () => {
    await applyAll([
      { kind: "unlock", subject: "title", subjectId: 5, source: "first", happenedAt: 1_600_000_000 },
    ]);
    await realm.send(2, [
      { kind: "unlock", player: PLAYER, subject: "title", subjectId: 5, source: "second" },
    ]);
    await applyBatch(journalWork(database.pool), realm.boot);
    expect(await select(database.pool, "SELECT * FROM dc_player_unlocks")).toEqual([
      {
        player_guid: PLAYER,
        unlock_type: "title",
        unlock_id: 5,
        source_system: "first",
        unlocked_at: "2020-09-13 12:26:40",
        foreign_at: null,
      },
    ]);
    expect(await ledger()).toEqual([
      [1, "unlock", 0, 1],
      [2, "unlock", 0, 0],
    ]);
  });

  test("the same unlock twice in one batch is one row", async () => {
    await applyAll([
      { kind: "unlock", subject: "mount", subjectId: 5 },
      { kind: "unlock", subject: "mount", subjectId: 5 },
      { kind: "unlock", subject: "pet", subjectId: 5 },
    ]);
    expect(await select(database.pool, "SELECT unlock_type FROM dc_player_unlocks")).toEqual([
      { unlock_type: "mount" },
      { unlock_type: "pet" },
    ]);
  });
});

describe("deletion", () => {
  test("takes the player's rows, and what comes after it in the batch begins anew", async () => {
    await applyAll([
      { kind: "add", subject: "total_logins", amount: 4 },
      { kind: "earn", subjectId: 1, amount: 10 },
      { kind: "unlock", subject: "title", subjectId: 5 },
    ]);
    await realm.send(4, [
      { kind: "earn", player: PLAYER, subjectId: 1, amount: 10 },
      { kind: "delete", player: PLAYER },
      { kind: "earn", player: PLAYER, subjectId: 1, amount: 3 },
    ]);
    await applyBatch(journalWork(database.pool), realm.boot);
    expect(await profile()).toBeUndefined();
    expect(await wallets()).toEqual([[1, 3, 3, 0]]);
    expect(await select(database.pool, "SELECT * FROM dc_player_unlocks")).toEqual([]);
  });

  test("takes the account along", async () => {
    await applyAll([
      { kind: "add", subject: "total_logins", amount: 4, account: 3 },
      { kind: "delete", account: 3 },
      { kind: "add", subject: "total_logins", amount: 1, account: 0 },
    ]);
    expect(await profile()).toMatchObject({ account_id: 0, total_logins: 1 });
  });

  test("leaves other players alone", async () => {
    await applyAll([{ kind: "earn", player: 8, subjectId: 1, amount: 10 }, { kind: "delete" }]);
    expect(await select(database.pool, "SELECT player_guid FROM dc_player_currencies")).toEqual([
      { player_guid: 8 },
    ]);
  });
});

test("quotes and backslashes in a source arrive as they are", async () => {
  const source = `it's "a\\ 'name`;
  await applyAll([{ kind: "unlock", subject: "title", subjectId: 1, source }]);
  expect(await select(database.pool, "SELECT source_system AS source FROM dc_player_unlocks")).toEqual([
    { source },
  ]);
});

test("what cannot be applied is kept with its reason, and the rest goes on", async () => {
  const result = await applyAll([
    { kind: "add", subject: "no_such_stat", amount: 1 },
    { kind: "conjure", subject: "title", amount: 1 },
    { kind: "unlock", subject: "house", subjectId: 1 },
    { kind: "earn", subjectId: 1, amount: "9007199254740993" },
    { kind: "earn", subjectId: 1, amount: 2 },
  ]);
  expect(result).toMatchObject({ applied: 1, duplicates: 0 });
  expect(await wallets()).toEqual([[1, 2, 2, 0]]);
  expect(await realm.acknowledged()).toBe(5);
  const kept = await select(
    database.pool,
    "SELECT sequence, subject, amount, reason FROM dc_journal_rejected WHERE boot_id = ? ORDER BY sequence",
    [realm.boot],
  );
  expect(kept).toEqual([
    { sequence: 1, subject: "no_such_stat", amount: 1, reason: `there is no stat 'no_such_stat'${STATS}` },
    { sequence: 2, subject: "title", amount: 1, reason: "there is no kind ''" },
    { sequence: 3, subject: "house", amount: 0, reason: `there is no unlock type 'house'${UNLOCKS}` },
    {
      sequence: 4,
      subject: "",
      amount: "9007199254740993",
      reason: expect.stringContaining("9007199254740991"),
    },
  ]);
  expect(await select(database.pool, "SELECT * FROM dc_journal")).toEqual([]);
});

test("what the realm sends in the place of an operation that it cannot write is kept, and changes nothing", async () => {
  const player = { guid: PLAYER, accountId: 1.5 };
  const operation = {
    kind: "earn",
    subject: "",
    subjectId: 1,
    amount: 2,
    source: "test",
    cause: "",
  } as const;
  const standIns = [player, { ...player, guid: 0.5 }].map((whose) =>
    standIn({ player: whose, operation, happenedAt: 1_700_000_000, previous: 0 }),
  );
  const sent = standIns.map((entry) => ({
    ...entry.operation,
    player: entry.player.guid,
    account: entry.player.accountId,
  }));
  expect(await applyAll([...sent, { kind: "earn", subjectId: 1, amount: 2 }])).toMatchObject({ applied: 1 });
  expect(await wallets()).toEqual([[1, 2, 2, 0]]);
  expect(await realm.acknowledged()).toBe(3);
  const sql = "SELECT player_guid, reason FROM dc_journal_rejected WHERE boot_id = ? ORDER BY sequence";
  expect(await select(database.pool, sql, [realm.boot])).toEqual([
    { player_guid: PLAYER, reason: `there is no stat 'unwritable'${STATS}` },
    { player_guid: 0, reason: "guid must be from 1 to 4294967295" },
  ]);
});
