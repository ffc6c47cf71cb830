import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONDITION_OPERATORS } from "../../../shared/catalog/condition-operators";
import { CONDITION_VALUES } from "../../../shared/catalog/condition-values";
import { statOf } from "../../../shared/synergies/condition-values";
import { parseSynergy, type SynergyRow } from "../../../shared/synergies/parse-synergy";
import { DOCUMENT_SYNERGIES, synergyRow } from "./document-synergies";

const manual = readFileSync("docs/synergies.md", "utf8");
const migration = readFileSync("server-bridge/sql/migrations/0001.do.main-tables.sql", "utf8");

function knows(system: string, key: string): boolean {
  return statOf(system, key) !== undefined;
}

function asSql(row: SynergyRow): string {
  const values = [
    row.synergy_name,
    row.source_system,
    row.source_condition,
    row.target_system,
    row.target_effect,
  ];
  return `(${values.map((value) => `'${value}'`).join(", ")})`;
}

test.each(DOCUMENT_SYNERGIES)("the manual and the first migration have the row '$synergy_name'", (row) => {
  expect(manual).toContain(asSql(row));
  expect(migration).toContain(asSql(row));
});

test("every condition that the manual shows is one", () => {
  const conditions = [...manual.matchAll(/^\| +`(\{.*?\})` +\|/gm)].map(([, condition]) => condition ?? "");
  expect(conditions.length).toBeGreaterThan(CONDITION_OPERATORS.length);
  for (const condition of conditions) {
    const row = synergyRow(1, "shown", ["prestige", condition], ["a", '{"percent": 1}']);
    expect(parseSynergy(row, knows).complaint).toBeUndefined();
  }
});

test("the manual names every operator and every value", () => {
  for (const { name } of CONDITION_OPERATORS) expect(manual).toContain(`{"${name}":`);
  for (const { key } of CONDITION_VALUES) expect(manual).toContain(`\`${key}\``);
});

const GOOD_CONDITION = "{}";
const GOOD_EFFECT = '{"xp_percent": 5}';

test.each([
  ['{"prestige_level": 1', GOOD_EFFECT],
  ['{"prestige_lvl": 1}', GOOD_EFFECT],
  ['{"prestige_level": {"atleast": 1}}', GOOD_EFFECT],
  ['{"prestige_level": {"gte": "1"}}', GOOD_EFFECT],
  ['{"prestige_level": {}}', GOOD_EFFECT],
  [GOOD_CONDITION, '{"xp_bonus": 5}'],
  [GOOD_CONDITION, '{"xp_percent": -500}'],
  [GOOD_CONDITION, "{}"],
])("the manual shows what is reported about %s with %s", (condition, effect) => {
  const row = synergyRow(7, "Angler", ["prestige", condition], ["hotspots", effect]);
  const { complaint } = parseSynergy(row, knows);
  expect(complaint).toBeDefined();
  expect(manual).toContain(`    ${complaint ?? ""}\n`);
});
