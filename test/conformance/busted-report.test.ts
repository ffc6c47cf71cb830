import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { readBustedReport } from "../../scripts/busted-report";

const folder = mkdtempSync(join(tmpdir(), "dc-busted-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What busted prints for a file of specs with these bodies. */
function report(...bodies: readonly string[]): string {
  const file = join(folder, "one_spec.lua");
  writeFileSync(file, bodies.map((body, index) => `it("${index}", function() ${body} end)`).join("\n"));
  return spawnSync("busted", ["--output=plainTerminal", file], { encoding: "utf8" }).stdout;
}

const PASSES = "assert.is_true(true)";
const FAILS = "assert.is_true(false)";

test.each([
  [[], 0, 0],
  [[PASSES], 1, 0],
  [[PASSES, PASSES], 2, 0],
  [[PASSES, FAILS], 1, 1],
  [[PASSES, FAILS, FAILS, "error('x')", "pending('later')"], 1, 4],
])("the report on %j says %d passed and %d failed", (bodies, passed, failed) => {
  expect(readBustedReport(report(...bodies))).toMatchObject({ passed, failed });
});

test("a run that ended before its report has none", () => {
  expect(readBustedReport("lua5.1: out of memory")).toBeUndefined();
});
