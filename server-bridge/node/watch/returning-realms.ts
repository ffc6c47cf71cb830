import type { Pool } from "../database/pool";
import type { Repeat } from "../lifecycle/repeat";
import { findLiveRealms } from "../outbox/live-realms";
import { nudgeEveryone } from "../outbox/nudge";

/**
 * Tells a realm to read everybody again when it is seen for the first time or after a silence: while it was silent it
 * was told of nothing, and while no bridge ran nobody noticed deleted rows.
 */
export class ReturningRealms {
  private known: ReadonlySet<number> = new Set();

  constructor(
    private readonly pool: Pool,
    /** Seconds, see `findLiveRealms`. */
    private readonly realmLost: number,
  ) {}

  async look(): Promise<Repeat> {
    const live = await findLiveRealms(this.pool, this.realmLost);
    const returned = live.filter((realm) => !this.known.has(realm));
    await nudgeEveryone(this.pool, returned);
    this.known = new Set(live);
    return { again: false };
  }
}
