import { findUnlockType, type UnlockType } from "../../../shared/catalog/unlock-types";
import type { UnlockNotice } from "../../../shared/wire/payloads";
import { readTable, tableQuery, toInteger } from "./read-rows";

export const UNLOCKS = tableQuery(["unlock_type", "unlock_id", "name", "icon"], "dc_unlock_definitions");

/** How unlocks are shown: `dc_unlock_definitions`, and a plain name and the type's icon for what is not in it. */
export class UnlockDefinitions {
  private shown: Record<string, { name: string; icon: string }> = {};

  /**
   * Reads the table. Called when the schema is there, and so also after every script reload. Returns whether the database has
   * answered; otherwise what was read before stays.
   */
  load(): boolean {
    const rows = readTable(UNLOCKS);
    if (rows === undefined) return false;
    this.shown = {};
    for (const [type, id, name, icon] of rows) {
      this.shown[`${type} ${toInteger(id).toFixed(0)}`] = { name: name ?? "", icon: icon ?? "" };
    }
    return true;
  }

  notice(type: UnlockType, id: number, source: string): UnlockNotice {
    const shown = this.shown[`${type} ${id.toFixed(0)}`];
    const row = findUnlockType(type);
    const icon = shown === undefined || shown.icon === "" ? (row?.icon ?? "") : shown.icon;
    return { type, id, source, icon, name: shown?.name ?? `${type} ${id.toFixed(0)}` };
  }
}
