import type { Logger } from "./logger";

/** Something that an admin should repair, as found at one look. */
export interface StandingComplaint {
  readonly level: "warn" | "error";
  readonly text: string;
}

/** Says what is wrong once for as long as it is, and again when it has been right in between. */
export class StandingComplaints {
  private said: ReadonlySet<string> = new Set();

  constructor(private readonly log: Logger) {}

  /** @param complaints All that is wrong now. */
  say(complaints: readonly StandingComplaint[]): void {
    for (const { level, text } of complaints) {
      if (!this.said.has(text)) this.log[level](text);
    }
    this.said = new Set(complaints.map(({ text }) => text));
  }
}
