import { FIELD_INDEX, type ProfileValues, type Stat } from "../../../shared/catalog/profile-fields";
import { emptyPlayerState } from "../../../shared/profile/player-state";
import type { SynergyRow } from "../../../shared/synergies/parse-synergy";
import { SynergyManager } from "../../../shared/synergies/synergy-manager";

export function synergyRow(
  synergy_id: number,
  synergy_name: string,
  [source_system, source_condition]: [system: string, condition: string],
  [target_system, target_effect]: [system: string, effect: string],
): SynergyRow {
  return {
    synergy_id,
    synergy_name,
    source_system,
    source_condition,
    target_system,
    target_effect,
    enabled: true,
  };
}

/** The document's example rows. */
export const DOCUMENT_SYNERGIES: readonly SynergyRow[] = [
  synergyRow(
    1,
    "Prestige Upgrade Discount",
    ["prestige", '{"prestige_level": {"gte": 10}}'],
    ["itemupgrade", '{"cost_reduction_percent": 10}'],
  ),
  synergyRow(
    2,
    "M+ Hotspot XP",
    ["mythicplus", '{"key_level": {"gte": 15}}'],
    ["hotspots", '{"xp_bonus_percent": 25}'],
  ),
  synergyRow(
    3,
    "Season Loot Boost",
    ["seasons", '{"pass_level": {"gte": 50}}'],
    ["aoeloot", '{"drop_rate_bonus_percent": 15}'],
  ),
  synergyRow(
    4,
    "Prestige Mythic Bonus",
    ["prestige", '{"prestige_level": {"gte": 5}}'],
    ["mythicplus", '{"rating_bonus_percent": 5}'],
  ),
  synergyRow(
    5,
    "High Key Prestige XP",
    ["mythicplus", '{"key_level": {"gte": 20}}'],
    ["prestige", '{"xp_multiplier": 1.5}'],
  ),
];

export interface Harness {
  readonly manager: SynergyManager;
  /** The profile of each player who has one. */
  readonly profiles: Record<number, ProfileValues>;
  readonly reports: string[];
  /** How often a profile was asked for. */
  reads: number;
}

/** A manager whose only player is number 1, with a fresh profile. */
export function harness(rows: readonly SynergyRow[]): Harness {
  const profiles: Record<number, ProfileValues> = { 1: emptyPlayerState().fields };
  const reports: string[] = [];
  const manager = new SynergyManager({
    fieldsOf: (guid) => {
      made.reads++;
      return profiles[guid];
    },
    report: (problem) => reports.push(problem),
  });
  const made: Harness = { manager, profiles, reports, reads: 0 };
  manager.Load(rows);
  return made;
}

/** Changes a field of player 1 and says so to the manager. */
export function change({ manager, profiles }: Harness, stat: Stat, value: number): void {
  const fields = profiles[1];
  if (fields === undefined) error("player 1 has no profile");
  fields[FIELD_INDEX[stat]] = value;
  manager.Invalidate(1, stat);
}
