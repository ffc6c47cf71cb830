import { readFileSync } from "node:fs";

import { z } from "zod";

import { type Settings, SETTINGS, settingsSchema } from "./settings";

/** Wrong settings: all faults at once, each with the name of its setting and without its value. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Wrong settings:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

/** Names the configuration file. */
const CONFIG_VARIABLE = "DC_CONFIG";

type Environment = Readonly<Record<string, string | undefined>>;

function readFileSettings(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new SettingsError([`the configuration file ${file} cannot be read`]);
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new SettingsError([`the configuration file ${file} must hold one JSON object`]);
  }
}

/** An empty variable counts as not given: that is how container tools write "unset". */
function isGiven(environment: Environment, variable: string): boolean {
  return (environment[variable] ?? "") !== "";
}

function readEnvironmentSettings(environment: Environment): Record<string, unknown> {
  const given = SETTINGS.filter((row) => isGiven(environment, row.environment));
  return Object.fromEntries(given.map((row) => [row.name, environment[row.environment]]));
}

/** The variable by which the environment names a bridge's database or its configuration file; undefined without one. */
export function configuredBy(environment: Environment): string | undefined {
  const required = SETTINGS.filter((row) => !("fallback" in row)).map((row) => row.environment);
  return [...required, CONFIG_VARIABLE].find((variable) => isGiven(environment, variable));
}

function wordFault(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `unknown in the configuration file: ${issue.keys.join(", ")}`;
  }
  const row = SETTINGS.find((candidate) => candidate.name === issue.path[0]);
  return row === undefined ? issue.message : `${row.environment} (${row.name} in the file) ${issue.message}`;
}

/**
 * Reads and checks the settings: the file first, the environment over it.
 *
 * @param file Path of a JSON file; the one that the environment names if it is undefined.
 * @throws {SettingsError} With every fault.
 */
export function loadSettings(environment: Environment, file?: string): Settings {
  const path = file ?? environment[CONFIG_VARIABLE];
  const fromFile = path === undefined || path === "" ? {} : readFileSettings(path);
  const result = settingsSchema.safeParse({ ...fromFile, ...readEnvironmentSettings(environment) });
  if (!result.success) throw new SettingsError(result.error.issues.map(wordFault));
  return Object.freeze(result.data as Settings);
}
