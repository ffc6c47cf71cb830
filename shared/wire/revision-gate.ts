import type { Stamp } from "./payloads";

/** What to do with an update that has arrived. */
export type Verdict = "replace" | "merge" | "ignore" | "gap";

/**
 * The addon's side of one data set: decides by its stamp what an update is good for. AIO loses messages now and then
 * and can repeat one, so nothing is taken for granted.
 */
export class RevisionGate {
  epoch = 0;
  /** 0: nothing is held. */
  revision = 0;

  /** Judges `stamp`, and takes its revision if the update is to be used. */
  admit(stamp: Stamp): Verdict {
    if (stamp.base === 0) return this.admitWhole(stamp);
    if (stamp.epoch !== this.epoch) return "gap";
    if (stamp.revision <= this.revision) return "ignore";
    if (stamp.base > this.revision) return "gap";
    this.revision = stamp.revision;
    return "merge";
  }

  private admitWhole(stamp: Stamp): Verdict {
    if (stamp.epoch === this.epoch && stamp.revision < this.revision) return "ignore";
    this.epoch = stamp.epoch;
    this.revision = stamp.revision;
    return "replace";
  }
}
