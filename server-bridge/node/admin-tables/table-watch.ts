import type { Pool } from "../database/pool";
import { transaction } from "../database/transaction";
import type { Repeat } from "../lifecycle/repeat";
import type { Logger } from "../log/logger";
import { announceConfig } from "../outbox/announce-config";
import { findLiveRealms } from "../outbox/live-realms";
import type { AdminTable } from "./admin-table";
import { ADMIN_TABLES } from "./admin-tables";
import { type Digests, readDigests } from "./digests";

/** Notices what admins change in their tables, says what is wrong with it, and has the realms read the table again. */
export class AdminTableWatch {
  /** As of the last judgement. At the start there was none: every table counts as changed. */
  private judged: Digests = new Map();
  /** What the log has said of each table's rows as they are now. */
  private readonly complaints = new Map<string, ReadonlySet<string>>();
  /** What each live realm was told of. One that was silent for a while was told of nothing, and is told of all. */
  private readonly told = new Map<number, Digests>();

  constructor(
    private readonly pool: Pool,
    /** Seconds, see `findLiveRealms`. */
    private readonly realmLost: number,
    private readonly log: Logger,
  ) {}

  /** One look at all tables. What changes between reading a digest and the rest is noticed by the next look. */
  async look(): Promise<Repeat> {
    const digests = await readDigests(this.pool, ADMIN_TABLES);
    await this.judge(digests);
    await this.announce(digests);
    return { again: false };
  }

  private async judge(digests: Digests): Promise<void> {
    for (const table of changed(digests, this.judged)) {
      const faults = await table.findFaults(this.pool);
      const known = this.complaints.get(table.name);
      for (const { row, complaint } of faults) {
        if (known?.has(complaint)) continue;
        this.log.warn({ table: table.name, row }, `${table.name}: ${complaint}`);
      }
      this.complaints.set(table.name, new Set(faults.map(({ complaint }) => complaint)));
    }
    this.judged = digests;
  }

  private async announce(digests: Digests): Promise<void> {
    const live = await findLiveRealms(this.pool, this.realmLost);
    for (const realm of this.told.keys()) {
      if (!live.includes(realm)) this.told.delete(realm);
    }
    for (const realm of live) {
      const tables = changed(digests, this.told.get(realm));
      if (tables.length === 0) continue;
      const names = tables.map(({ name }) => name);
      await transaction(this.pool, (connection) => announceConfig(connection, realm, names));
      this.told.set(realm, digests);
    }
  }
}

function changed(now: Digests, before: Digests | undefined): AdminTable[] {
  return ADMIN_TABLES.filter(({ name }) => now.get(name) !== before?.get(name));
}
