import "../shared/language/javascript";

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { format } from "mysql2";
import { createConnection } from "mysql2/promise";
import { pino } from "pino";

import { PROFILE_FIELDS } from "../shared/catalog/profile-fields";
import { startPrivateMariadb } from "../scripts/private-mariadb";
import { createPool, type Pool, type PoolConnection } from "../server-bridge/node/database/pool";
import { execute } from "../server-bridge/node/database/query";
import { literal } from "../server-bridge/node/database/statement-text";
import { applyBatch } from "../server-bridge/node/journal/apply-batch";
import { migrate } from "../server-bridge/node/migrations/migrate";
import { OnlineRowCounts } from "../server-bridge/node/watch/online-row-counts";
import { type Measurement, median } from "./measurement";

const BATCH_SIZE = 1000;
const BATCHES = 40;
/** Batches before the compiler and the server's caches have settled. */
const WARM_UP = 8;
const PLAYERS = 500;
const BOOT = 1;
const JOURNAL =
  "boot_id, sequence, player_guid, account_id, kind, subject, subject_id, amount, source, cause, happened_at";
const log = pino({ level: "silent" });

/** A row of the queue: every tenth operation unlocks, the others count something or move money. */
function journalText(sequence: number): string {
  const player = 1 + ((sequence * 7919) % PLAYERS);
  const key = `${BOOT},${sequence},${player},10`;
  const tail = `'mythic_plus','MYTHIC_RUN_COMPLETE',1700000000`;
  const field = PROFILE_FIELDS[sequence % PROFILE_FIELDS.length]?.column ?? "";
  if (sequence % 10 === 0) return `(${key},'unlock','title',${1 + (sequence % 977)},0,${tail})`;
  if (sequence % 10 < 5) return `(${key},'add',${literal(field)},0,1,${tail})`;
  const kind = sequence % 10 === 9 ? "spend" : "earn";
  return `(${key},'${kind}','',${1 + (sequence % 4)},5,${tail})`;
}

/** A database whose queue holds all batches. */
async function prepare(port: number, url: string, name: string): Promise<Pool> {
  const connection = await createConnection({ host: "127.0.0.1", port, user: "root" });
  await connection.query(`CREATE DATABASE ${name}`);
  await connection.end();
  await migrate(url, log);
  const pool = createPool(url, 2);
  await execute(
    pool,
    "INSERT INTO dc_boot (realm_id, token, engine, version) VALUES (1, 'bench', 'bench', '1')",
  );
  for (let batch = 0; batch < BATCHES; batch++) {
    const rows = Array.from({ length: BATCH_SIZE }, (_, index) =>
      journalText(batch * BATCH_SIZE + index + 1),
    );
    await execute(pool, `INSERT INTO dc_journal (${JOURNAL}) VALUES ${rows.join(",")}`);
  }
  return pool;
}

async function applyOne(pool: Pool): Promise<void> {
  const limits = { batchSize: BATCH_SIZE, gapGrace: 60 };
  await applyBatch({ pool, limits, log, rowChanges: new OnlineRowCounts() }, BOOT);
}

/** `pool` with connections that write down the text of what is sent. */
function recording(pool: Pool, statements: string[]): Pool {
  const record = (connection: PoolConnection): PoolConnection =>
    new Proxy(connection, {
      get(target, name) {
        if (name !== "query") {
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? (value.bind(target) as unknown) : value;
        }
        return (options: { sql: string; values: (string | number)[] }) => {
          statements.push(format(options.sql, options.values));
          return target.query(options);
        };
      },
    });
  return new Proxy(pool, {
    get: (target, name) =>
      name === "getConnection"
        ? async () => record(await target.getConnection())
        : (Reflect.get(target, name) as unknown),
  });
}

/** What the bridge sends for each batch, taken down on a database of its own. */
async function recordBatches(pool: Pool): Promise<string[][]> {
  const batches: string[][] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const statements: string[] = [];
    await applyOne(recording(pool, statements));
    batches.push(statements);
  }
  return batches;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function compare(bridge: Pool, bare: Pool, batches: readonly string[][]): Promise<number[]> {
  const ratios: number[] = [];
  const connection = await bare.getConnection();
  for (const statements of batches) {
    const ours = await timed(() => applyOne(bridge));
    const theirs = await timed(async () => {
      for (const statement of statements) await connection.query(statement);
    });
    ratios.push(theirs / ours);
  }
  connection.release();
  return ratios.slice(WARM_UP);
}

/** Operations per second of the bridge against a bare loop that sends the same statements, in turns within one run. */
export async function benchBridge(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "dc-bench-"));
  const server = await startPrivateMariadb({ folder });
  const open = (name: string): Promise<Pool> => prepare(server.port, server.url(name), name);
  const recorder = await open("recorder");
  const bridge = await open("bridge");
  const bare = await open("bare");
  const ratios = await compare(bridge, bare, await recordBatches(recorder));
  for (const pool of [recorder, bridge, bare]) await pool.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      name: `bridge: operations per second in batches of ${BATCH_SIZE}, against the bare statements`,
      value: median(ratios),
      unit: "x",
      limit: { kind: "at least", value: 0.5 },
    },
  ];
}
