import type { Stat } from "./profile-fields";

interface ConditionValueRow {
  /** `source_system` of the synergy. */
  readonly system: string;
  /** Key in `source_condition`. */
  readonly key: string;
  /** The profile's column that holds it. */
  readonly stat: Stat;
}

/**
 * The names that the document's synergy conditions use, where they are not the column's own. Every column of
 * `dc_player_profile` is a valid key besides, whatever the source system.
 */
// prettier-ignore
export const CONDITION_VALUES: readonly ConditionValueRow[] = [
  { system: "prestige", key: "prestige_level", stat: "prestige_level" },
  { system: "prestige", key: "prestige_xp", stat: "prestige_xp" },
  { system: "mythicplus", key: "key_level", stat: "highest_key_completed" },
  { system: "mythicplus", key: "mythic_rating", stat: "mythic_rating" },
  { system: "seasons", key: "pass_level", stat: "season_pass_level" },
  { system: "seasons", key: "season_id", stat: "current_season_id" },
  { system: "itemupgrade", key: "items_upgraded", stat: "total_items_upgraded" },
  { system: "itemupgrade", key: "tokens", stat: "total_upgrade_tokens" },
];
