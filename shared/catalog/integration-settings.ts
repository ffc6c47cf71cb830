import { NUMBER_TYPES } from "./number-types";

interface SettingRow {
  readonly name: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: string;
  readonly description: string;
}

const MOST_XP = 1_000_000;
const LARGEST_ID = NUMBER_TYPES.u32.maximum;
/** Heirloom; the 3.3.5a client has no quality above it. */
const HIGHEST_QUALITY = 7;

/**
 * Amounts and ids of the integrations, and what the sensors' rules take from an admin. The amounts are the document's; the ids
 * are free for a server to change.
 */
// prettier-ignore
export const INTEGRATION_SETTINGS = [
  { name: "currency_season_xp", default: 1, minimum: 1, maximum: LARGEST_ID, unit: "currency id", description: "CURRENCY_SEASON_XP: the currency that counts season experience" },
  { name: "currency_upgrade_token", default: 2, minimum: 1, maximum: LARGEST_ID, unit: "currency id", description: "CURRENCY_UPGRADE_TOKEN: the currency of item upgrades" },
  { name: "title_veteran", default: 1001, minimum: 1, maximum: LARGEST_ID, unit: "unlock id", description: "TITLE_VETERAN: title for prestige 5" },
  { name: "mount_prestige", default: 1001, minimum: 1, maximum: LARGEST_ID, unit: "unlock id", description: "MOUNT_PRESTIGE: mount for prestige 10" },
  { name: "cosmetic_legendary_aura", default: 1001, minimum: 1, maximum: LARGEST_ID, unit: "unlock id", description: "COSMETIC_LEGENDARY_AURA: cosmetic for prestige 20" },
  { name: "mythic_rating_bonus", default: 1, minimum: 0, maximum: 1, unit: "switch", description: "1: synergies to rating count; 0: your script has counted them" },
  { name: "mythic_season_xp_per_level", default: 1000, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For each keystone level of a completed run" },
  { name: "mythic_season_xp_in_time", default: 500, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "On top for a run in time" },
  { name: "mythic_tokens_per_level", default: 5, minimum: 0, maximum: MOST_XP, unit: "tokens", description: "Upgrade tokens for each keystone level" },
  { name: "keystone_prestige_xp_from_level", default: 15, minimum: 1, maximum: 255, unit: "keystone level", description: "Lowest new keystone level that gives prestige experience" },
  { name: "keystone_prestige_xp_per_level", default: 100, minimum: 0, maximum: MOST_XP, unit: "prestige xp", description: "For the lowest such level and each one above" },
  { name: "dungeon_season_xp", default: 2000, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For a completed dungeon" },
  { name: "dungeon_season_xp_heroic", default: 500, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "On top for a heroic dungeon" },
  { name: "boss_season_xp", default: 500, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For a boss" },
  { name: "raid_boss_season_xp", default: 1000, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For a raid boss" },
  { name: "pvp_season_xp", default: 250, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For a player kill" },
  { name: "quest_season_xp", default: 500, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For a quest" },
  { name: "quest_season_xp_daily", default: 1000, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For a daily quest" },
  { name: "quest_season_xp_weekly", default: 5000, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For a weekly quest" },
  { name: "quest_season_xp_chain", default: 2500, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "For the last quest of a chain" },
  { name: "season_level_base_xp", default: 10000, minimum: 1, maximum: MOST_XP, unit: "season xp", description: "Season experience for the first season pass level" },
  { name: "season_level_growth_xp", default: 0, minimum: 0, maximum: MOST_XP, unit: "season xp", description: "How much more each further season pass level takes" },
  { name: "season_level_maximum", default: 100, minimum: 1, maximum: 255, unit: "level", description: "Highest season pass level" },
  { name: "prestige_level_base_xp", default: 1000, minimum: 1, maximum: MOST_XP, unit: "prestige xp", description: "Prestige experience for the first prestige level" },
  { name: "prestige_level_growth_xp", default: 500, minimum: 0, maximum: MOST_XP, unit: "prestige xp", description: "How much more each further prestige level takes" },
  { name: "prestige_level_maximum", default: 50, minimum: 1, maximum: 255, unit: "level", description: "Highest prestige level that experience leads to" },
  { name: "prestige_capacity", default: 5, minimum: 0, maximum: 1000, unit: "slots", description: "Item-upgrade capacity for each prestige level" },
  { name: "rare_loot_from_quality", default: 4, minimum: 0, maximum: HIGHEST_QUALITY, unit: "item quality", description: "Lowest quality of RARE_LOOT_DROPPED: 2 uncommon, 3 rare, 4 epic, 5 legendary" },
] as const satisfies readonly SettingRow[];

export type IntegrationSettingName = (typeof INTEGRATION_SETTINGS)[number]["name"];
export type IntegrationSettings = Record<IntegrationSettingName, number>;

/** The settings as the document has them. */
export function defaultIntegrationSettings(): IntegrationSettings {
  const settings: Partial<IntegrationSettings> = {};
  for (const row of INTEGRATION_SETTINGS) settings[row.name] = row.default;
  return settings as IntegrationSettings;
}
