/** Runs the Lua specs, all or some, under every Lua that servers are built with, against a private MariaDB. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Command, Option } from "commander";
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

/** The compiled specs of a folder with `part` in their path. */
function specsIn(folder: string, part: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith("_spec.lua") && file.includes(part))
    .map((file) => join(folder, file));
}

interface SpecRun {
  readonly lua: string;
  readonly folder: string;
  readonly specs: readonly string[];
  readonly environment: Record<string, string>;
}

/** Busted as Debian and as LuaRocks install it is a program that takes the Lua to run under. */
function runSpecs({ lua, folder, specs, environment }: SpecRun): Outcome {
  const words = [
    `--lua=${findInPath(lua)}`,
    `--lpath=${folder}/?.lua`,
    "--output=plainTerminal",
    "--pattern=_spec%.lua$",
    ...specs,
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

interface Choice {
  readonly part: string;
  readonly luas: readonly string[];
}

async function runAll(server: PrivateMariadb, { part, luas }: Choice): Promise<Outcome> {
  let passed = 0;
  let failed = 0;
  for (const lua of luas) {
    const environment = await prepareDatabase(server, `spec_${lua.replace(".", "_")}`);
    for (const folder of SPEC_FOLDERS) {
      const specs = specsIn(folder, part);
      if (specs.length === 0) continue;
      const outcome = runSpecs({ lua, folder, specs, environment });
      passed += outcome.passed;
      failed += outcome.failed;
    }
  }
  return { passed, failed };
}

function readChoice(): Choice {
  const command = new Command("busted")
    .argument("[part]", "only specs with this in their path, such as wallet", "")
    .addOption(new Option("--lua <name...>", "only under these").choices(LUAS).default(LUAS))
    .parse();
  return { part: command.args[0] ?? "", luas: command.opts<{ lua: string[] }>().lua };
}

async function main(): Promise<Outcome> {
  const choice = readChoice();
  const folder = mkdtempSync(join(tmpdir(), "dc-busted-"));
  try {
    const server = await startPrivateMariadb({ folder });
    return await runAll(server, choice).finally(() => server.stop());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { passed, failed } = await main();
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;
