import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { asksForHelp, whatAsksForBridge } from "../../scripts/start-words";
import { select } from "../../server-bridge/node/database/query";
import { createEmptyDatabase, type TestDatabase } from "../database";

const ADDRESS = { DC_DATABASE_URL: "mysql://root@127.0.0.1:1/x" };

describe("npm start", () => {
  test.each([
    [[], {}, undefined],
    [["--once"], {}, undefined],
    [["--once", "--lua", "migrate()"], {}, undefined],
    [["--lua", "--config"], {}, undefined],
    [["--lua", "--config", "b.json"], {}, undefined],
    [["--lua=--config"], {}, undefined],
    [["--once", "--chat", "start"], {}, undefined],
    [["--script", "a.lua", "migrate"], {}, undefined],
    [["--lua", "--config", "--config", "b.json"], {}, "--config"],
    [["--once", "migrate"], {}, "migrate"],
    [[], { DC_DATABASE_URL: "", DC_CONFIG: "" }, undefined],
    [[], ADDRESS, "DC_DATABASE_URL"],
    [["--once"], { DC_CONFIG: "b.json" }, "DC_CONFIG"],
    [["--config", "b.json"], {}, "--config"],
    [["--config=b.json"], {}, "--config"],
    [["--config"], {}, "--config"],
    [["migrate"], {}, "migrate"],
    [["start", "--config", "b.json"], {}, "start"],
  ])("with %j and %j means the bridge by: %s", (words, environment, asked) => {
    expect(whatAsksForBridge(words, environment)).toBe(asked);
  });

  test("shows help when that is asked for first: a program's own help is the program's", () => {
    expect([["--help"], ["-h"], ["help"]].map(asksForHelp)).toEqual([true, true, true]);
    expect([[], ["migrate", "--help"], ["--once"]].map(asksForHelp)).toEqual([false, false, false]);
  });
});

test("npm installs what builds the project on a machine for production, too", async () => {
  const { stdout } = await execa("npm", ["ls", "tsx", "--parseable"], { env: { NODE_ENV: "production" } });
  expect(stdout).toContain("tsx");
});

describe("the program of npm start", () => {
  let database: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    folder = mkdtempSync(join(tmpdir(), "dc-start-"));
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  /** The settings file, of which only a name that is meant from `folder` is given away. */
  function configure(databaseUrl: string): string {
    writeFileSync(join(folder, "bridge.json"), JSON.stringify({ databaseUrl }));
    return "bridge.json";
  }

  async function outcome(
    words: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<{ code: number; said: string }> {
    const program = ["--import", "tsx", "scripts/start-program.mjs", ...words];
    const options = { all: true, reject: false, env: { INIT_CWD: folder, ...environment } } as const;
    const { exitCode = -1, all } = await execa(process.execPath, program, options);
    return { code: exitCode, said: all };
  }

  async function migrations(): Promise<number> {
    return (await select(database.pool, "SELECT version FROM dc_schema_migrations")).length;
  }

  test.each([
    ["--bogus", "unknown option '--bogus'"],
    ["migarte", "too many arguments"],
    ["--script nowhere.lua", "cannot be read"],
    ["--script bridge.json", "Engines read files that end in .lua or .ext"],
    ["--addon .", "There is no dc-start-"],
    ["--engine mangos", "Allowed choices are ale, eluna-azerothcore, eluna-trinitycore, eluna-cmangos"],
    ["--map-states --engine ale", "ale has one Lua state for everything"],
    ["--chat hello", "must begin with / or a dot"],
  ])("answers %s with one line of usage and 2, before it builds", async (words, fault) => {
    const { code, said } = await outcome(words.split(" "));
    expect(code).toBe(2);
    expect(said.split("\n")).toEqual([
      expect.stringContaining(fault),
      "Usage: npm start -- [options] (npm start -- --help says more)",
    ]);
  });

  test("shows how both programs are used", async () => {
    const { code, said } = await outcome(["--help"]);
    expect(code).toBe(0);
    for (const part of ["Usage: npm start -- [options]", "--map-states", "migrate [options]", "DC_CONFIG"]) {
      expect(said).toContain(part);
    }
  });

  test("gives an option of the demo to the bridge where DC_CONFIG is set, which has none such", async () => {
    const { code, said } = await outcome(["--once"], { DC_CONFIG: configure(database.url) });
    expect(said.split("\n")).toEqual([
      "npm start: the bridge, by DC_CONFIG",
      "error: unknown option '--once'",
      "Usage: dc-bridge [command] [options] (dc-bridge --help says more)",
    ]);
    expect(code).toBe(2);
  });

  test("starts the bridge by DC_CONFIG", async () => {
    const { code, said } = await outcome([], { DC_CONFIG: configure(`${database.url}_missing`) });
    expect(said).toContain("Unknown database");
    expect(code).toBe(1);
  });

  test("migrates by --config, a name that is meant from where npm was called", async () => {
    const { code, said } = await outcome(["migrate", "--config", configure(database.url)]);
    expect(said).toContain("schema is at version");
    expect(code).toBe(0);
    expect(await migrations()).toBeGreaterThan(0);
  });
});
