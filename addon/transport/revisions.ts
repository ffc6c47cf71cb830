import {
  DATA_SETS,
  type DataSetName,
  type Holding,
  holdingNothing,
  type Stamp,
} from "../../shared/wire/payloads";
import { RevisionGate, type Verdict } from "../../shared/wire/revision-gate";

/** The revision gates of all data sets, and what a hello says about them. */
export class Revisions {
  private readonly gates: Record<DataSetName, RevisionGate> = {
    profile: new RevisionGate(),
    currencies: new RevisionGate(),
    unlocks: new RevisionGate(),
    weekly: new RevisionGate(),
    currencyInfo: new RevisionGate(),
  };
  /** The epoch that the realm counts in now, as far as it was heard. */
  private epoch = 0;

  /** Starts from what was saved. */
  restore(held: Holding): void {
    this.epoch = held.epoch;
    for (const set of DATA_SETS) {
      const gate = this.gates[set];
      gate.revision = held[set] ?? 0;
      gate.epoch = gate.revision > 0 ? held.epoch : 0;
    }
  }

  admit(set: DataSetName, stamp: Stamp): Verdict {
    const verdict = this.gates[set].admit(stamp);
    if (verdict !== "ignore") this.epoch = stamp.epoch;
    return verdict;
  }

  /** A set that was counted in another epoch is as good as nothing to the realm. */
  holding(): Record<"epoch" | DataSetName, number> {
    const held = holdingNothing();
    held.epoch = this.epoch;
    for (const set of DATA_SETS) {
      const gate = this.gates[set];
      if (gate.epoch === this.epoch) held[set] = gate.revision;
    }
    return held;
  }

  /** Whether a data set has nothing that the realm's present epoch could build on. */
  lacksAny(): boolean {
    const held = this.holding();
    for (const set of DATA_SETS) {
      if (held[set] === 0) return true;
    }
    return false;
  }
}
