import { logError } from "../engine/log";

/** Tells the log what is wrong once for as long as it is, and again when it has been right in between. */
export class StandingComplaints {
  private told: Readonly<Record<string, true | undefined>> = {};

  /** @param problems All that is wrong now. */
  renew(problems: readonly string[]): void {
    const found: Record<string, true | undefined> = {};
    for (const problem of problems) {
      if (this.told[problem] === undefined && found[problem] === undefined) logError(problem);
      found[problem] = true;
    }
    this.told = found;
  }
}
