import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import getPort from "get-port";
import { createConnection } from "mysql2/promise";

const START_LIMIT_MS = 60_000;
const LONGEST_SOCKET_PATH = 100;
/** Characters of the end of the server's log that an error shows. */
const LOG_SHOWN = 4000;

export interface PrivateMariadbOptions {
  /** Where its data and its log are; made if it is not there, and kept afterwards. */
  readonly folder: string;
  /** A free one is taken if it is left out. */
  readonly port?: number;
  /** Whether it knows users and what they may. The user root, without a password, may everything then. */
  readonly withGrants?: boolean;
  /** Further options of the server, as `--name=value`. */
  readonly settings?: readonly string[];
}

/** A MariaDB of our own that listens on 127.0.0.1 only and, unless it has grants, asks nobody who they are. */
export interface PrivateMariadb {
  /** The address of `database` for `DC_DATABASE_URL`. */
  readonly url: (this: void, database: string) => string;
  readonly port: number;
  /** Of the running server; another one after `restart`. */
  readonly pid: number;
  /** Shuts down cleanly. The data stays in the folder. */
  stop(): Promise<void>;
  /** Ends the server as a power cut would. `restart` brings it back. */
  kill9(): void;
  /** Stops the server if it runs and starts it on the same data and port. */
  restart(): Promise<void>;
}

function findServer(): string {
  const names = ["/usr/sbin/mariadbd", "/usr/local/sbin/mariadbd", "/opt/homebrew/bin/mariadbd"];
  for (const folder of (process.env.PATH ?? "").split(":")) names.push(join(folder, "mariadbd"));
  const found = names.find((name) => existsSync(name));
  if (found === undefined) {
    throw new Error(
      "mariadbd was not found. Install MariaDB 10.6 or later; on Debian and Ubuntu: apt-get install mariadb-server-core",
    );
  }
  return found;
}

/** What every start on the data of `folder` needs. */
function dataArguments(folder: string): string[] {
  const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
  return [
    "--no-defaults",
    `--datadir=${join(folder, "data")}`,
    "--skip-log-bin",
    "--innodb-buffer-pool-size=128M",
    "--innodb-log-file-size=64M",
    ...asRoot,
  ];
}

/** Durability is given up between server and disk only: what a killed server has committed is still there. */
function argumentsFor({ folder, withGrants, settings = [] }: PrivateMariadbOptions, port: number): string[] {
  const socket = join(folder, "mariadbd.sock");
  return [
    ...dataArguments(folder),
    `--pid-file=${join(folder, "mariadbd.pid")}`,
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    ...(withGrants === true ? [] : ["--skip-grant-tables"]),
    "--skip-name-resolve",
    "--innodb-flush-log-at-trx-commit=2",
    "--character-set-server=utf8mb4",
    "--max-connections=300",
    // The kernel cuts a socket's path at 107 bytes; everybody connects by TCP anyway.
    socket.length <= LONGEST_SOCKET_PATH ? `--socket=${socket}` : `--socket=dc-${port}.sock`,
    ...settings,
  ];
}

/** A file of the SQL from which a server makes its own tables. It lies beside the server; its name has changed over time. */
function findSystemSql(topic: string): string {
  const share = join(dirname(findServer()), "..", "share");
  const places = ["mysql", "mariadb"].flatMap((folder) =>
    ["mysql", "mariadb"].map((prefix) => join(share, folder, `${prefix}_${topic}.sql`)),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`MariaDB's own SQL was not found in ${places.join(", ")}`);
  return found;
}

/**
 * Makes the tables of users and privileges, as mariadb-install-db does. That program itself needs one of a package that a
 * server does without.
 */
function makeSystemTables(folder: string): void {
  const files = ["system_tables", "system_tables_data"].map((topic) =>
    readFileSync(findSystemSql(topic), "utf8"),
  );
  // The server reads a statement to the end of its line.
  const input = ["CREATE DATABASE mysql;", "USE mysql;", "SET @auth_root_socket = NULL;", ...files].join(
    "\n",
  );
  const words = [...dataArguments(folder), "--bootstrap"];
  const { status, stderr } = spawnSync(findServer(), words, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`MariaDB could not make its own tables. It said:\n${stderr}`);
}

async function answers(port: number): Promise<boolean> {
  try {
    const connection = await createConnection({ host: "127.0.0.1", port, user: "root" });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts the program with its log in a file of `folder`. A pipe would have to be read all the time: a server whose parent waits for
 * another program (`spawnSync`) fills it, and then blocks with every statement that has something to log.
 */
function launch(options: PrivateMariadbOptions, port: number): ChildProcess {
  const log = openSync(logFileOf(options), "w");
  try {
    return spawn(findServer(), argumentsFor(options, port), { stdio: ["ignore", "ignore", log] });
  } finally {
    closeSync(log);
  }
}

function logFileOf({ folder }: PrivateMariadbOptions): string {
  return join(folder, "mariadbd.log");
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

class PrivateServer implements PrivateMariadb {
  private child: ChildProcess | undefined;

  constructor(
    private readonly options: PrivateMariadbOptions,
    readonly port: number,
  ) {}

  readonly url = (database: string): string => `mysql://root@127.0.0.1:${this.port}/${database}`;

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    const child = launch(this.options, this.port);
    this.child = child;
    const killWithUs = (): boolean => child.kill("SIGKILL");
    process.once("exit", killWithUs);
    child.once("exit", () => process.removeListener("exit", killWithUs));
    let refusal = "";
    child.on("error", (failure) => (refusal = failure.message));
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await answers(this.port))) {
      if (hasEnded(child) || Date.now() > deadline) {
        const said = readFileSync(logFileOf(this.options), "utf8").slice(-LOG_SHOWN);
        throw new Error(`MariaDB did not start. It said:\n${said}${refusal}`);
      }
      await sleep(50);
    }
  }

  kill9(): void {
    this.child?.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (hasEnded(child)) return;
    child.kill("SIGTERM");
    await ended;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

/** Whether `pid` still is the server of `folder`, and not another program that got its number since. */
function isServerOf(folder: string, pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(join(folder, "data"));
  } catch {
    return false;
  }
}

/** Ends a server that an interrupted run left on the same data: it would keep the files locked. */
async function stopLeftover(folder: string): Promise<void> {
  const file = join(folder, "mariadbd.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").trim());
  if (isServerOf(folder, pid)) process.kill(pid, "SIGTERM");
  for (let tries = 0; tries < 100 && isServerOf(folder, pid); tries++) await sleep(100);
}

/**
 * Starts a MariaDB.
 *
 * @throws If MariaDB is not installed (the message says what to install) or does not start within a minute (it says why).
 */
export async function startPrivateMariadb(options: PrivateMariadbOptions): Promise<PrivateMariadb> {
  const data = join(options.folder, "data");
  mkdirSync(data, { recursive: true });
  await stopLeftover(options.folder);
  if (options.withGrants === true && !existsSync(join(data, "mysql"))) makeSystemTables(options.folder);
  const server = new PrivateServer(options, options.port ?? (await getPort()));
  await server.start();
  return server;
}
