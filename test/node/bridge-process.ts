import { build } from "esbuild";
import { execa } from "execa";
import { inject } from "vitest";

import { connectionOptions } from "../../server-bridge/node/database/pool";
import { bundleFolder } from "../bundle-folder";

/** Below `dist`, where packages and migrations are found as from the real bundle. Test files run in parallel. */
const BUNDLE = `${bundleFolder(inject("mariadbPort"))}/${process.pid}.mjs`;

let bundled: Promise<string> | undefined;

function bundle(): Promise<string> {
  bundled ??= build({
    entryPoints: ["server-bridge/node/main.ts"],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  }).then(() => BUNDLE);
  return bundled;
}

export type Environment = Readonly<Record<string, string>>;

/** The same database with a password, which the test server does not check, for tests that look for it in the output. */
export function urlWithPassword(url: string, password: string): string {
  const { host, port, database } = connectionOptions(url);
  return `mysql://root:${password}@${host}:${port}/${database}`;
}

function launch(program: readonly string[], environment: Environment) {
  // Nothing but the test ends the process: a stop that hangs must show.
  const options = { all: true, reject: false, forceKillAfterDelay: false } as const;
  return execa(process.execPath, program, { ...options, env: { ...environment } });
}

/** A real `dc-bridge`, in a process of its own. */
export class BridgeProcess {
  output = "";
  private readonly child: ReturnType<typeof launch>;

  private constructor(program: readonly string[], environment: Environment) {
    this.child = launch(program, environment);
    this.child.all.on("data", (text: Buffer) => (this.output += text.toString()));
  }

  /** Runs the bundle with `words` as its command line. */
  static async run(words: readonly string[], environment: Environment): Promise<BridgeProcess> {
    return new BridgeProcess([await bundle(), ...words], environment);
  }

  /** Runs the source by tsx, as a developer does. */
  static runSource(words: readonly string[], environment: Environment): BridgeProcess {
    return new BridgeProcess(["--import", "tsx", "server-bridge/node/main.ts", ...words], environment);
  }

  /** Starts a bridge on the database and waits until it works. */
  static async start(url: string, environment: Environment = {}): Promise<BridgeProcess> {
    const bridge = await BridgeProcess.run(["start"], { DC_DATABASE_URL: url, ...environment });
    await bridge.says('"ready"');
    return bridge;
  }

  /** Waits until the output holds `text`. @throws If the process ends before. */
  async says(text: string): Promise<void> {
    for (;;) {
      if (this.output.includes(text)) return;
      const before = this.output;
      const ended = this.child.then(() => true);
      const spoke = new Promise<boolean>((resolve) => this.child.all.once("data", () => resolve(false)));
      const isOver = await Promise.race([ended, spoke]);
      if (isOver && this.output === before) throw new Error(`the bridge ended without '${text}':\n${before}`);
    }
  }

  signal(name: "SIGTERM" | "SIGINT" | "SIGKILL"): void {
    this.child.kill(name);
  }

  /** Waits for the end. @returns The exit code, or the name of the signal that ended it. */
  async ended(): Promise<number | string | undefined> {
    const result = await this.child;
    return result.exitCode ?? result.signal;
  }

  /** Stops it as an admin does. @returns The exit code. */
  async stop(): Promise<number | string | undefined> {
    this.signal("SIGTERM");
    return this.ended();
  }
}
