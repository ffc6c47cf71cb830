import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMANDS, usageOf } from "../../server-bridge/eluna/commands/command-table";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";

const manual = readFileSync("docs/gm-commands.md", "utf8").replaceAll(/ +/g, " ");

test("the manual's table has every command with its usage, rank and description, and no other", () => {
  const rows = manual.split("\n").filter((line) => line.startsWith("| `.dci "));
  const expected = COMMANDS.map((row) => `| \`${usageOf(row)}\` | ${row.rank} | ${row.description} |`);
  expect(rows).toEqual(expected);
});

test("the manual names every unlock type", () => {
  for (const { name } of UNLOCK_TYPES) expect(manual).toContain(`\`${name}\``);
});

test("every PROBLEM of the doctor is in the manual", () => {
  const code = readFileSync("server-bridge/eluna/commands/doctor.ts", "utf8");
  const problems = [...code.matchAll(/["`](\w+: PROBLEM, [^"`$]*)/g)].map(([, text = ""]) => text.trim());
  expect(problems.length).toBeGreaterThan(3);
  const missing = problems.filter((text) => !manual.includes(text));
  expect(missing).toEqual([]);
});
