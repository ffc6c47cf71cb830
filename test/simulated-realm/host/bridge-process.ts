import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";

const BRIDGE = "dist/bridge/dc-bridge.js";

/** The real bridge in a process of its own, as an admin runs it. */
export class BridgeProcess {
  readonly log: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: Interface,
  ) {}

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
    const killWithUs = (): boolean => child.kill("SIGKILL");
    process.once("exit", killWithUs);
    child.once("exit", () => process.removeListener("exit", killWithUs));
    const bridge = new BridgeProcess(child, createInterface({ input: child.stdout }));
    bridge.lines.on("line", (line) => {
      bridge.log.push(line);
      onLine(line);
    });
    return bridge;
  }

  /** Waits until the bridge works. @throws if it ends before. */
  async ready(): Promise<void> {
    await this.readyOrEnded();
    if (this.hasEnded()) throw new Error("the bridge ended before it was ready");
  }

  /** Waits until the bridge works or is over. */
  async readyOrEnded(): Promise<void> {
    if (this.hasEnded()) return;
    const ended = once(this.child, "exit");
    while (!this.hasEnded() && !this.log.some((line) => line.includes("ready"))) {
      await Promise.race([once(this.lines, "line"), ended]);
    }
  }

  /** SIGTERM: finishes what it is doing. Returns the exit code. */
  async stop(): Promise<number | null> {
    if (this.hasEnded()) return this.child.exitCode;
    this.child.kill("SIGTERM");
    await once(this.child, "exit");
    return this.child.exitCode;
  }

  /** Whether the process is over, however it ended. */
  hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The process is gone at once, wherever it was. */
  async kill9(): Promise<void> {
    if (this.hasEnded()) return;
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }
}
