import type { SynergyManager } from "../../../shared/synergies/synergy-manager";
import { logError, logInfo } from "../engine/log";

/**
 * Tells the log what is wrong with the rows of `dc_system_synergies`, and when it is over. Looked at in ticks and not when the rows
 * are read: scripts register their values after that, and a row that asks for one is right by the first tick.
 */
export class SynergyReport {
  private seen = 0;
  /** What the log says of each row, by its number. */
  private told: Record<number, string> = {};

  constructor(private readonly manager: SynergyManager) {}

  tick(): void {
    if (this.manager.loadCount() === this.seen) return;
    this.seen = this.manager.loadCount();
    const wrong: Record<number, string> = {};
    for (const { id, reason } of this.manager.currentComplaints()) {
      wrong[id] = reason;
      if (this.told[id] !== reason) logError(`dc_system_synergies: ${reason}`);
    }
    for (const [id] of pairs(this.told)) {
      if (wrong[id] === undefined)
        logInfo(`dc_system_synergies: synergy ${id.toFixed(0)} is right now, or gone`);
    }
    this.told = wrong;
  }
}
