import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

import getPort from "get-port";
import { createConnection } from "mysql2/promise";
import { CleanUp } from "./clean-up";

const START_LIMIT_MS = 60_000;
const LONGEST_SOCKET_PATH = 100;
/** Characters of the end of the server's log that an error shows. */
const LOG_SHOWN = 4000;

export interface PrivateMariadbOptions {
  /** Where its data and its log are; made if it is not there, and kept by `stop`. Deleted if this process ends without. */
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

function dataFolderOf(folder: string): string {
  return join(folder, "data");
}

function temporaryFolderOf(folder: string): string {
  return join(folder, "tmp");
}

/** What every start on the data of `folder` needs. */
function dataArguments(folder: string): string[] {
  const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
  return [
    "--no-defaults",
    `--datadir=${dataFolderOf(folder)}`,
    // A server that starts deletes everybody's temporary tables from the folder that is meant for them.
    `--tmpdir=${temporaryFolderOf(folder)}`,
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
    `--pid-file=${pidFileOf(folder)}`,
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

/** Whether it is the server of `folder` that answers: the port may be another's who was quicker. */
async function answers(folder: string, port: number): Promise<boolean> {
  try {
    const connection = await createConnection({ host: "127.0.0.1", port, user: "root", rowsAsArray: true });
    const [rows] = await connection.query("SELECT @@pid_file");
    await connection.end();
    return isDeepStrictEqual(rows, [[pidFileOf(folder)]]);
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

function pidFileOf(folder: string): string {
  return join(folder, "mariadbd.pid");
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

class PrivateServer implements PrivateMariadb {
  private child: ChildProcess | undefined;
  private cleanUp: CleanUp | undefined;

  constructor(
    private readonly options: PrivateMariadbOptions,
    readonly port: number,
  ) {}

  readonly url = (database: string): string => `mysql://root@127.0.0.1:${this.port}/${database}`;

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    const cleanUp = (this.cleanUp ??= new CleanUp(this.options.folder));
    const child = launch(this.options, this.port);
    this.child = child;
    cleanUp.watch(this.pid);
    child.once("exit", () => cleanUp.watch(0));
    let refusal = "";
    child.on("error", (failure) => (refusal = failure.message));
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await answers(this.options.folder, this.port))) {
      if (hasEnded(child) || Date.now() > deadline) {
        await this.stop();
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
    if (child !== undefined && !hasEnded(child)) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    }
    await this.cleanUp?.callOff();
    this.cleanUp = undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

/** Somebody may take a free port before the server does. */
const MOST_PORTS = 5;

function isPortTaken(failure: unknown): boolean {
  return failure instanceof Error && failure.message.includes("Address already in use");
}

async function startOnAnyPort(options: PrivateMariadbOptions): Promise<PrivateServer> {
  for (let ports = 1; ; ports++) {
    const server = new PrivateServer(options, await getPort());
    try {
      await server.start();
      return server;
    } catch (failure) {
      if (ports === MOST_PORTS || !isPortTaken(failure)) throw failure;
    }
  }
}

/**
 * Starts a MariaDB.
 *
 * @throws If MariaDB is not installed (the message says what to install) or does not start within a minute (it says why).
 */
export async function startPrivateMariadb(options: PrivateMariadbOptions): Promise<PrivateMariadb> {
  const { folder, withGrants } = options;
  for (const path of [dataFolderOf(folder), temporaryFolderOf(folder)]) mkdirSync(path, { recursive: true });
  if (withGrants === true && !existsSync(join(dataFolderOf(folder), "mysql"))) makeSystemTables(folder);
  if (options.port === undefined) return startOnAnyPort(options);
  const server = new PrivateServer(options, options.port);
  await server.start();
  return server;
}
