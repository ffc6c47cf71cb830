import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import getPort from "get-port";
import { createConnection } from "mysql2/promise";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { startPrivateMariadb } from "../../scripts/private-mariadb";

vi.mock(import("get-port"), async (original) => {
  const real = await original();
  return { ...real, default: vi.fn(real.default) };
});

/** Bytes that Linux keeps for a pipe that nobody reads. */
const PIPE = 65_536;

/** More than enough for what a client below does in a few seconds, in milliseconds: without it a server that hangs would be waited for for ever. */
const CLIENT_LIMIT = 50_000;

/** A client that asks something again and again and goes without a word, for each of which the server logs a line. */
const RUDE_CLIENT = `
  const { createConnection } = require("mysql2/promise");
  (async () => {
    for (let count = 0; count < 1000; count++) {
      const connection = await createConnection(process.argv[1]);
      await connection.query("SELECT 1");
      connection.destroy();
    }
  })();
`;

/** Starts a server and does nothing more. */
const STARTER = `
  import { startPrivateMariadb } from "./scripts/private-mariadb.ts";
  const { pid } = await startPrivateMariadb({ folder: process.argv[1] });
  console.log(pid);
  setInterval(() => {}, 1000);
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dc-private-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a server that logs more than a pipe holds goes on answering while its parent waits for another program", async () => {
  const server = await startPrivateMariadb({
    folder,
    settings: ["--log-warnings=9", "--max-connections=50"],
  });
  const { status, stderr } = spawnSync(process.execPath, ["-e", RUDE_CLIENT, server.url("")], {
    encoding: "utf8",
    timeout: CLIENT_LIMIT,
  });
  await server.stop();
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(statSync(join(folder, "mariadbd.log")).size).toBeGreaterThan(PIPE);
});

test("a server that does not start says why", async () => {
  const start = startPrivateMariadb({ folder, settings: ["--no-such-option"] });
  await expect(start).rejects.toThrow(
    /MariaDB did not start\. It said:\n.*unknown option '--no-such-option'/s,
  );
});

test("and so does one that does not start again", async () => {
  const settings: string[] = [];
  const server = await startPrivateMariadb({ folder, settings });
  settings.push("--no-such-option");
  await expect(server.restart()).rejects.toThrow(/unknown option '--no-such-option'/);
});

test("somebody else's server on its port is not taken for it", async () => {
  const port = inject("mariadbPort");
  await expect(startPrivateMariadb({ folder, port })).rejects.toThrow(/Address already in use/);
});

test("a port that somebody takes in between is given up for another", async () => {
  vi.mocked(getPort).mockResolvedValueOnce(inject("mariadbPort"));
  const server = await startPrivateMariadb({ folder });
  expect(server.port).not.toBe(inject("mariadbPort"));
  await server.stop();
});

test("a server that starts leaves the temporary tables of another alone", async () => {
  const connection = await createConnection(`mysql://root@127.0.0.1:${inject("mariadbPort")}`);
  await connection.query("CREATE TEMPORARY TABLE test.kept (id INT) ENGINE = Aria");
  const server = await startPrivateMariadb({ folder });
  await server.stop();
  await connection.query("DROP TEMPORARY TABLE test.kept");
  const [problems] = await connection.query("SHOW WARNINGS");
  expect(problems).toEqual([]);
  await connection.end();
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)(
  "a server whose starter ends by %s ends as well, and its folder is deleted",
  async (signal) => {
    const words = ["--import", "tsx", "--input-type=module", "-e", STARTER, folder];
    const starter = execa(process.execPath, words, { reject: false, detached: true });
    let pid = 0;
    starter.stdout.on("data", (text: Buffer) => (pid = Number(text.toString())));
    await vi.waitUntil(() => pid > 0, 60_000);
    expect(isRunning(pid)).toBe(true);
    process.kill(-(starter.pid ?? 0), signal);
    await starter;
    await vi.waitUntil(() => !isRunning(pid) && !existsSync(folder), 10_000);
  },
);
