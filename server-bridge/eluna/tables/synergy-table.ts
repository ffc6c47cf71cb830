import type { SynergyRow } from "../../../shared/synergies/parse-synergy";
import type { SynergyCap } from "../../../shared/synergies/synergy-caps";
import type { SynergyManager } from "../../../shared/synergies/synergy-manager";
import { readRows, toInteger } from "./read-rows";

export const SYNERGY_STATEMENT =
  "SELECT CAST(synergy_id AS CHAR), synergy_name, source_system, source_condition, target_system, target_effect, " +
  "CAST(enabled AS CHAR) FROM dc_system_synergies ORDER BY synergy_id";

export const CAPS_STATEMENT =
  "SELECT target_system, effect_type, CAST(minimum AS CHAR), CAST(maximum AS CHAR) FROM dc_synergy_caps";

function readCaps(): Record<string, Record<string, SynergyCap>> {
  const caps: Record<string, Record<string, SynergyCap>> = {};
  for (const [system, effect, minimum, maximum] of readRows(CAPS_STATEMENT, 4)) {
    if (system === undefined || effect === undefined) continue;
    const ofSystem = (caps[system] ??= {});
    ofSystem[effect] = { minimum: tonumber(minimum) ?? 0, maximum: tonumber(maximum) ?? 1 };
  }
  return caps;
}

/** Gives the manager rows and caps as they are now. A bad row counts for nothing, and is among the manager's complaints. */
export function loadSynergies(manager: SynergyManager): void {
  const rows: SynergyRow[] = [];
  for (const [id, name, source, condition, target, effect, enabled] of readRows(SYNERGY_STATEMENT, 7)) {
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
  manager.Load(rows, readCaps());
}
