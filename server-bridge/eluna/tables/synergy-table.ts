import type { SynergyRow } from "../../../shared/synergies/parse-synergy";
import type { SynergyCap } from "../../../shared/synergies/synergy-caps";
import type { SynergyManager } from "../../../shared/synergies/synergy-manager";
import { readTable, tableQuery, toInteger } from "./read-rows";

export const SYNERGIES = tableQuery(
  [
    "synergy_id",
    "synergy_name",
    "source_system",
    "source_condition",
    "target_system",
    "target_effect",
    "enabled",
  ],
  "dc_system_synergies",
);

export const SYNERGY_CAPS = tableQuery(
  ["target_system", "effect_type", "minimum", "maximum"],
  "dc_synergy_caps",
);

function toCaps(rows: readonly string[][]): Record<string, Record<string, SynergyCap>> {
  const caps: Record<string, Record<string, SynergyCap>> = {};
  for (const [system, effect, minimum, maximum] of rows) {
    if (system === undefined || effect === undefined) continue;
    const ofSystem = (caps[system] ??= {});
    ofSystem[effect] = { minimum: tonumber(minimum) ?? 0, maximum: tonumber(maximum) ?? 1 };
  }
  return caps;
}

/**
 * Gives the manager rows and caps as they are now. A bad row counts for nothing, and is among the manager's complaints. Returns
 * whether the database has answered; otherwise all stays.
 */
export function loadSynergies(manager: SynergyManager): boolean {
  const found = readTable(SYNERGIES);
  const caps = readTable(SYNERGY_CAPS);
  if (found === undefined || caps === undefined) return false;
  const rows: SynergyRow[] = [];
  for (const [id, name, source, condition, target, effect, enabled] of found) {
    rows.push({
      synergy_id: toInteger(id),
      synergy_name: name ?? "",
      source_system: source ?? "",
      source_condition: condition ?? "",
      target_system: target ?? "",
      target_effect: effect ?? "",
      enabled: enabled !== "0",
    });
  }
  manager.Load(rows, toCaps(caps));
  return true;
}
