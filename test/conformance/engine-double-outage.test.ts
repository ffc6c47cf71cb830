import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PrivateMariadb, startPrivateMariadb } from "../../scripts/private-mariadb";
import { Worldserver } from "../simulated-realm/host/worldserver";

let folder: string;
let server: PrivateMariadb;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dc-outage-"));
  server = await startPrivateMariadb({ folder });
  const connection = await createConnection({ host: "127.0.0.1", port: server.port, user: "root" });
  await connection.query("CREATE DATABASE outage");
  await connection.query("CREATE TABLE outage.note (id INT UNSIGNED PRIMARY KEY)");
  await connection.end();
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("executes wait while the database is away, and the world goes on", async () => {
  const world = await Worldserver.start({
    engine: "ale",
    databaseUrl: server.url("outage"),
    deliver: () => undefined,
    scripts: [
      { name: "script.lua", code: "RegisterServerEvent(13, function() ticks = (ticks or 0) + 1 end)" },
    ],
  });
  world.run(`CharDBExecute("INSERT INTO note VALUES (1)")`);
  world.tick(50);
  await server.stop();
  world.run(`CharDBExecute("INSERT INTO note VALUES (2)") CharDBExecute("INSERT INTO note VALUES (3)")`);
  world.pass(500);
  expect(world.run("return ticks")).toEqual([11]);
  await server.restart();
  world.pass(100);
  expect(world.run(`return CharDBQuery("SELECT id FROM note"):GetRowCount()`)).toEqual([3]);
  expect(world.writerDead()).toBe(false);
  world.close();
});
