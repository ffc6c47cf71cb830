import type { Pool } from "../database/pool";
import { findUnknownBoots } from "../journal/boot";
import type { Repeat } from "../lifecycle/repeat";
import type { Logger } from "../log/logger";
import { StandingComplaints } from "../log/standing-complaints";

/** Says which operations wait for ever: somebody has deleted the row that tells whose they are and how far they are applied. */
export class UnknownBoots {
  private readonly complaints: StandingComplaints;

  constructor(
    private readonly pool: Pool,
    log: Logger,
  ) {
    this.complaints = new StandingComplaints(log);
  }

  async look(): Promise<Repeat> {
    const boots = await findUnknownBoots(this.pool);
    this.complaints.say(
      boots.map((boot) => ({
        level: "error",
        text: `dc_journal has operations of boot ${boot}, which dc_boot does not know: they wait until its row is entered again`,
      })),
    );
    return { again: false };
  }
}
