import { logError } from "../engine/log";

type Report = (this: void, problem: string) => void;

/** Tells the log what is wrong once for as long as it is, and again when it has been right in between. */
export class StandingComplaints {
  private told: Readonly<Record<string, true | undefined>> = {};

  /** @param look Reports all that is wrong now. */
  renew(look: (this: void, report: Report) => void): void {
    const found: Record<string, true | undefined> = {};
    look((problem) => {
      if (this.told[problem] === undefined && found[problem] === undefined) logError(problem);
      found[problem] = true;
    });
    this.told = found;
  }
}
