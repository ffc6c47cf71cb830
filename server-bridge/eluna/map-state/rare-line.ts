import { logError } from "../engine/log";
import { now } from "../engine/clock";

/** Seconds between two lines: what goes wrong with each event of a fight must not fill the server's log. */
const PAUSE = 10;

/** Counts what went wrong, and says so in the log: at once, and then at most every `PAUSE` seconds. */
export class RareLine {
  /** Since the script started. */
  count = 0;
  private unsaid = 0;
  private saidAt = -PAUSE;

  add(problem: string): void {
    this.count++;
    if (now() - this.saidAt < PAUSE) {
      this.unsaid++;
      return;
    }
    const others = this.unsaid === 0 ? "" : `, and ${this.unsaid.toFixed(0)} more before it`;
    this.saidAt = now();
    this.unsaid = 0;
    logError(`${problem}${others}`);
  }
}
