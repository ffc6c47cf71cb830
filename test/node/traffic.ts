import { setTimeout as sleep } from "node:timers/promises";

import type { Pool } from "../../server-bridge/node/database/pool";
import { select, wholeNumber } from "../../server-bridge/node/database/query";
import { persistently } from "../../server-bridge/node/database/retry";
import { silentLog } from "../database";
import type { RealmDouble, SentOperation } from "./realm-double";

const PLAYERS = 50;
const PER_INSERT = 200;
const never = new AbortController().signal;

/** `count` operations of several kinds whose sum over all players is known. */
export function mixedOperations(count: number): SentOperation[] {
  return Array.from({ length: count }, (_, index) => {
    const player = 1 + ((index * 31) % PLAYERS);
    if (index % 5 === 0) return { kind: "add", player, subject: "total_boss_kills", amount: 1 };
    if (index % 5 === 1) return { kind: "unlock", player, subject: "title", subjectId: 1 + (index % 7) };
    return { kind: "earn", player, subjectId: 1 + (index % 3), amount: 1 };
  });
}

/** What the tables must hold once `mixedOperations(count)` has been applied, each operation once. */
export function expectedTotals(count: number): object {
  const operations = mixedOperations(count);
  const ofKind = (kind: string): SentOperation[] => operations.filter((operation) => operation.kind === kind);
  const unlocks = new Set(ofKind("unlock").map(({ player, subjectId }) => `${player}/${subjectId}`));
  return { kills: ofKind("add").length, earned: ofKind("earn").length, unlocks: unlocks.size, ledger: count };
}

/** What the tables hold. */
export async function totals(pool: Pool): Promise<object> {
  const [row] = await select(
    pool,
    `SELECT (SELECT SUM(total_boss_kills) FROM dc_player_profile) AS kills,
            (SELECT SUM(amount) FROM dc_player_currencies) AS earned,
            (SELECT COUNT(*) FROM dc_player_unlocks) AS unlocks,
            (SELECT COUNT(*) FROM dc_ledger) AS ledger`,
  );
  const numbers = Object.entries(row ?? {}).map(([name, value]) => [name, wholeNumber(value)]);
  return Object.fromEntries(numbers) as object;
}

/**
 * Sends all operations as a realm does that now and then takes what it sent for lost: some statements are sent again
 * although they arrived, some late. Waits out a database that is away.
 */
export async function sendWithRepeats(
  realm: RealmDouble,
  operations: readonly SentOperation[],
): Promise<void> {
  const starts: number[] = [];
  for (let start = 0; start < operations.length; start += PER_INSERT) starts.push(start);
  const send = (start: number): Promise<void> =>
    persistently(() => realm.send(start + 1, operations.slice(start, start + PER_INSERT)), silentLog, never);
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] ?? 0;
    const next = starts[index + 1];
    // Now and then the later statement is the first to arrive.
    if (index % 4 === 1 && next !== undefined) await send(next);
    await send(start);
    if (index % 3 === 0) await send(starts[Math.max(0, index - 5)] ?? 0);
    await sleep(5);
  }
}

/** Waits until the bridge has acknowledged `sequence`. */
export async function acknowledgedUpTo(realm: RealmDouble, sequence: number): Promise<void> {
  while ((await persistently(() => realm.acknowledged(), silentLog, never)) < sequence) await sleep(20);
}

/** Waits until the queue is empty: re-sent rows leave it after the number they belong to is acknowledged. */
export async function queueIsEmpty(pool: Pool): Promise<void> {
  while ((await select(pool, "SELECT 1 FROM dc_journal LIMIT 1")).length > 0) await sleep(20);
}
