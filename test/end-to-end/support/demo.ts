import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect } from "vitest";

/** The demo as `npm start --` runs it once everything is built. */
export const DEMO = [process.execPath, "--import", "tsx", "test/simulated-realm/demo/main.ts"] as const;

type Environment = Readonly<Record<string, string>>;

/** What a demo has said, and how it has ended. */
export interface Played {
  readonly code: number;
  readonly said: string;
  readonly lines: readonly string[];
}

/** Runs demos that keep their files in `folder`. */
export class DemoFolder {
  readonly folder = mkdtempSync(join(tmpdir(), "dc-demo-"));

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async play(words: readonly string[], environment: Environment = {}): Promise<Played> {
    const [program, ...first] = DEMO;
    return this.ended(this.start(program, [...first, ...words], environment));
  }

  /** The same by a line for a shell. */
  async playLine(line: string, environment: Environment = {}): Promise<Played> {
    return this.ended(this.start("sh", ["-c", line], environment));
  }

  /** A demo in a group of processes of its own, as a terminal has it. */
  start(program: string, words: readonly string[], environment: Environment = {}) {
    const env = { TMPDIR: this.folder, ...environment };
    return execa(program, words, { all: true, reject: false, detached: true, env });
  }

  async ended(demo: PromiseLike<{ exitCode?: number | undefined; all: string }>): Promise<Played> {
    const { exitCode = -1, all } = await demo;
    return { code: exitCode, said: all, lines: all.split("\n") };
  }

  /** Neither files nor, on Linux, where the system tells, programs that run with the demo's environment. */
  expectNothingLeft(): void {
    if (process.platform === "linux") expect(this.leftPrograms()).toEqual([]);
    // tsx keeps what it has compiled.
    expect(readdirSync(this.folder).filter((name) => !name.startsWith("tsx-"))).toEqual([]);
  }

  private leftPrograms(): string[] {
    const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return processes.filter((id) => {
      try {
        return readFileSync(`/proc/${id}/environ`, "utf8").includes(`TMPDIR=${this.folder}`);
      } catch {
        return false;
      }
    });
  }
}
