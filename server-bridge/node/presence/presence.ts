import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { pid } from "node:process";

import type { Pool } from "../database/pool";
import { execute } from "../database/query";
import type { Repeat } from "../lifecycle/repeat";
import { programVersion } from "./program-version";

/** Pause between two signs of life, in milliseconds. */
export const PRESENCE_INTERVAL_MS = 5000;
/** As many characters of the host's name as leave room for the rest in `dc_bridge.bridge_id`. */
const HOST_CHARACTERS = 40;
const VERSION_CHARACTERS = 20;

/** This bridge's row in `dc_bridge`, by which realms and admins see that it is at work. */
export class Presence {
  private readonly id: string;
  private readonly version = programVersion().slice(0, VERSION_CHARACTERS);

  /** @param resetRules By what it keeps the realms' calendars, see `ResetRules`. */
  constructor(
    private readonly pool: Pool,
    private readonly resetRules: string,
  ) {
    this.id = `${hostname().slice(0, HOST_CHARACTERS)}:${pid}:${randomBytes(4).toString("hex")}`;
  }

  /** Says that this bridge is there, and deletes bridges that have not been seen for a day. */
  async announce(): Promise<Repeat> {
    await execute(
      this.pool,
      `INSERT INTO dc_bridge (bridge_id, version, reset_rules) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE seen_at = CURRENT_TIMESTAMP(3)`,
      [this.id, this.version, this.resetRules],
    );
    await execute(this.pool, "DELETE FROM dc_bridge WHERE seen_at < CURRENT_TIMESTAMP - INTERVAL 1 DAY");
    return { again: false };
  }
}
