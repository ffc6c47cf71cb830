import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const BRIDGE = "dist/bridge/dc-bridge.js";

/** The real bridge in a process of its own, as an admin runs it. */
export class BridgeProcess {
  readonly log: string[] = [];

  private constructor(private readonly child: ChildProcess) {}

  /** Starts the bridge. `onLine` gets each line of its log. */
  static start(
    databaseUrl: string,
    onLine: (line: string) => void = () => {},
    environment: Readonly<Record<string, string>> = {},
  ): BridgeProcess {
    const child = spawn(process.execPath, [BRIDGE, "start"], {
      env: { ...process.env, DC_DATABASE_URL: databaseUrl, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const bridge = new BridgeProcess(child);
    createInterface({ input: child.stdout }).on("line", (line) => {
      bridge.log.push(line);
      onLine(line);
    });
    return bridge;
  }

  /** SIGTERM: finishes what it is doing. Returns the exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    this.child.kill("SIGTERM");
    await once(this.child, "exit");
    return this.child.exitCode;
  }

  /** The process is gone at once, wherever it was. */
  async kill9(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }
}
