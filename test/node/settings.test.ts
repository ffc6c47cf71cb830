import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, test } from "vitest";

import { loadSettings, SettingsError } from "../../server-bridge/node/config/load-settings";
import { SETTINGS, type SettingType } from "../../server-bridge/node/config/settings";

const URL = "mysql://dc:pass@db.example:3307/acore_characters";
const folder = mkdtempSync(join(tmpdir(), "dc-settings-"));

afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const file = join(folder, "settings.json");
  writeFileSync(file, text);
  return file;
}

function faultsOf(environment: Record<string, string>, file?: string): readonly string[] {
  try {
    loadSettings(environment, file);
  } catch (failure) {
    if (failure instanceof SettingsError) return failure.faults;
    throw failure;
  }
  return [];
}

describe("sources", () => {
  test("the database is the only setting that must be given", () => {
    const settings = loadSettings({ DC_DATABASE_URL: URL });
    for (const row of SETTINGS) {
      expect(settings[row.name]).toBe("fallback" in row ? row.fallback : URL);
    }
  });

  test("the environment wins over the file", () => {
    const file = fileOf(JSON.stringify({ databaseUrl: URL, batchSize: 5, pollInterval: 50 }));
    expect(loadSettings({ DC_BATCH_SIZE: "7" }, file)).toMatchObject({ batchSize: 7, pollInterval: 50 });
  });

  test("DC_CONFIG names a file, and the command line wins over it", () => {
    const file = fileOf(JSON.stringify({ databaseUrl: URL, batchSize: 5 }));
    expect(loadSettings({ DC_CONFIG: file })).toMatchObject({ batchSize: 5 });
    expect(loadSettings({ DC_CONFIG: "/nowhere.json" }, file)).toMatchObject({ batchSize: 5 });
  });

  test("an empty variable is not given", () => {
    expect(loadSettings({ DC_DATABASE_URL: URL, DC_CONFIG: "", DC_BATCH_SIZE: "" })).toMatchObject({
      batchSize: 1000,
    });
  });

  test("the result cannot be changed", () => {
    expect(Object.isFrozen(loadSettings({ DC_DATABASE_URL: URL }))).toBe(true);
  });
});

describe("faults", () => {
  test("are all reported at once, by the names of their settings", () => {
    const faults = faultsOf({ DC_BATCH_SIZE: "0", DC_LOG_LEVEL: "loud", DC_GAP_GRACE: "1.5" });
    expect(faults).toEqual([
      expect.stringMatching(/^DC_DATABASE_URL \(databaseUrl in the file\) must look like mysql:/),
      "DC_LOG_LEVEL (logLevel in the file) must be one of error, warn, info, debug",
      "DC_BATCH_SIZE (batchSize in the file) must be a whole number from 1 to 10000 (operations)",
      "DC_GAP_GRACE (gapGrace in the file) must be a whole number from 1 to 86400 (s)",
    ]);
  });

  test.each(
    SETTINGS.flatMap((row: { name: string; environment: string; type: SettingType }) =>
      row.type.is === "integer"
        ? [String(row.type.minimum - 1), String(row.type.maximum + 1), "many", "1e400"].map((value) => ({
            row,
            value,
          }))
        : [],
    ),
  )("$row.environment=$value", ({ row, value }) => {
    const [fault] = faultsOf({ DC_DATABASE_URL: URL, [row.environment]: value });
    expect(fault).toContain(row.environment);
  });

  test.each(["Europe/Berln", "Mars", "3"])("the time zone %s is one", (timeZone) => {
    expect(faultsOf({ DC_DATABASE_URL: URL, DC_TIME_ZONE: timeZone })).toEqual([
      "DC_TIME_ZONE (timeZone in the file) must be a time zone like Europe/Berlin, or local",
    ]);
  });

  test("a misspelt key in the file is one", () => {
    const file = fileOf(JSON.stringify({ databaseUrl: URL, batchsize: 5, poolInterval: 1 }));
    expect(faultsOf({}, file)).toEqual(["unknown in the configuration file: batchsize, poolInterval"]);
  });

  test.each(["[1]", "{", "3"])("a file that holds %s is one", (text) => {
    const [fault] = faultsOf({}, fileOf(text));
    expect(fault).toMatch(/settings\.json must hold one JSON object$/);
  });

  test.each([
    "postgres://dc:hunter2@db/acore",
    "mysql://dc:hunter2@db",
    "mysql://dc:hunter2@db/",
    "mysql://:hunter2@db/acore",
    "mysql://dc:hunter2%zz@db/acore",
    "dc:hunter2@db/acore",
  ])("the address %s is one, and its password is not shown", (url) => {
    const faults = faultsOf({ DC_DATABASE_URL: url });
    expect(faults).toHaveLength(1);
    expect(faults.join()).toContain("DC_DATABASE_URL");
    expect(faults.join()).not.toContain("hunter2");
  });
});
