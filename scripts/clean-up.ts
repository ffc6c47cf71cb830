import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Reads a program's number, or 0 for none, again and again. The end comes when the process that writes is gone. */
const SHELL_SCRIPT = `
  program=0
  while read -r line; do program=$line; done
  if [ "$program" -ne 0 ]; then kill -9 "$program"; fi
  rm -rf "$1" || { sleep 1; rm -rf "$1"; }
`;

/**
 * A process beside this one that ends a program and deletes its folder once this one is gone without having done so itself: a
 * process runs nothing of its own after `kill -9`, and nothing after Ctrl+C while it waits in `spawnSync`. It has a session of
 * its own, where a terminal's signals do not reach it.
 */
export class CleanUp {
  private readonly child: ChildProcess;

  constructor(folder: string) {
    const child = spawn("sh", ["-c", SHELL_SCRIPT, "sh", folder], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    // Where there is no shell nobody cleans up, and that is all.
    child.on("error", () => {});
    child.stdin.on("error", () => {});
    child.unref();
    this.child = child;
  }

  /** @param pid Of the program that is to be ended from now on; 0 if it has ended. */
  watch(pid: number): void {
    this.child.stdin?.write(`${pid}\n`);
  }

  /** Nothing is left to do, or the caller does it. Waits until the process is gone. */
  async callOff(): Promise<void> {
    const { child } = this;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.ref();
    child.kill();
    await ended;
  }
}
