/** Runs the Lua specs under every Lua that servers are built with, against a private MariaDB. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createConnection } from "mysql2/promise";
import { pino } from "pino";
import { migrate } from "../server-bridge/node/migrations/migrate";
import { readBustedReport } from "./busted-report";
import { type PrivateMariadb, startPrivateMariadb } from "./private-mariadb";

const LUAS = ["lua5.1", "luajit", "lua5.2", "lua5.3", "lua5.4"];

/** Folders of compiled specs; each is the root of its own modules. */
const SPEC_FOLDERS = ["dist/test/specs", "dist/test/eluna"];

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

function findInPath(program: string): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`${program} is not in PATH; on Debian and Ubuntu: apt-get install lua-busted`);
  return found;
}

/** The environment in which the specs find their database: see test/eluna/support/database.ts. */
async function prepareDatabase(server: PrivateMariadb, name: string): Promise<Record<string, string>> {
  const connection = await createConnection({ host: "127.0.0.1", port: server.port, user: "root" });
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await migrate(server.url(name), pino({ level: "silent" }));
  const empty: string[] = [];
  const [tables] = await connection.query({ sql: `SHOW TABLES FROM ${name}`, rowsAsArray: true });
  for (const [table] of tables as string[][]) {
    const [rows] = await connection.query(`SELECT 1 FROM ${name}.${String(table)} LIMIT 1`);
    if (Array.isArray(rows) && rows.length === 0) empty.push(String(table));
  }
  await connection.end();
  return {
    DC_SPEC_PORT: String(server.port),
    DC_SPEC_DATABASE: name,
    DC_SPEC_EMPTY_TABLES: empty.join(" "),
  };
}

/** Busted as Debian and as LuaRocks install it is a program that takes the Lua to run under. */
function runSpecs(lua: string, folder: string, environment: Record<string, string>): Outcome {
  const words = [
    `--lua=${findInPath(lua)}`,
    `--lpath=${folder}/?.lua`,
    "--output=plainTerminal",
    "--pattern=_spec%.lua$",
    folder,
  ];
  const { stdout, stderr, status } = spawnSync(findInPath("busted"), words, {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  const report = readBustedReport(stdout);
  if (report === undefined) {
    console.log(`${stdout}${stderr}`);
    throw new Error(`busted under ${lua} gave no result for ${folder} (exit code ${String(status)})`);
  }
  const { line, passed, failed } = report;
  console.log(`${lua.padEnd(7)} ${folder}: ${line}`);
  if (failed > 0 || status !== 0) console.log(`${stdout}${stderr}`);
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

async function runAll(server: PrivateMariadb): Promise<Outcome> {
  let passed = 0;
  let failed = 0;
  for (const lua of LUAS) {
    const environment = await prepareDatabase(server, `spec_${lua.replace(".", "_")}`);
    for (const folder of SPEC_FOLDERS) {
      const outcome = runSpecs(lua, folder, environment);
      passed += outcome.passed;
      failed += outcome.failed;
    }
  }
  return { passed, failed };
}

const folder = mkdtempSync(join(tmpdir(), "dc-busted-"));
const server = await startPrivateMariadb({ folder });
try {
  const { passed, failed } = await runAll(server);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
