import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";

const DEMO = ["--import", "tsx", "test/simulated-realm/demo/main.ts", "--once"];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dc-demo-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the demo says, and how it ends. It keeps its files in `folder`. */
async function play(
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; said: string }> {
  const options = { all: true, reject: false, env: { TMPDIR: folder, ...environment } } as const;
  const { exitCode = -1, all } = await execa(process.execPath, DEMO, options);
  return { code: exitCode, said: all };
}

/** Programs that run with the demo's environment: on Linux, where the system tells. */
function leftPrograms(): string[] {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.filter((id) => {
    try {
      return readFileSync(`/proc/${id}/environ`, "utf8").includes(`TMPDIR=${folder}`);
    } catch {
      return false;
    }
  });
}

function expectNothingLeft(): void {
  if (process.platform === "linux") expect(leftPrograms()).toEqual([]);
  // tsx keeps what it has compiled.
  expect(readdirSync(folder).filter((name) => !name.startsWith("tsx-"))).toEqual([]);
}

test("the demo plays its story, sees everything arrive, and leaves nothing behind", async () => {
  const { code, said } = await play();
  expect(said).toContain("Everything arrived where it should.");
  expect(said).not.toContain("   --  ");
  expect(code).toBe(0);
  expectNothingLeft();
});

test("with a bridge that cannot start it says what did not arrive, and fails", async () => {
  const { code, said } = await play({ DC_BATCH_SIZE: "wrong" });
  expect(said).toMatch(/ -- +the tables +total_logins .*should be 1: did not arrive/);
  expect(said).toContain("The bridge has ended.");
  expect(said).toContain("Not everything arrived.");
  expect(code).toBe(1);
  expectNothingLeft();
});
