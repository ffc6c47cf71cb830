import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPrivateMariadb } from "../../scripts/private-mariadb";

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
