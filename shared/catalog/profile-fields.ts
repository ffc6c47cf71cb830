import type { NumberType } from "./number-types";

interface ProfileFieldRow {
  /** Key in the object that `GetProfile` returns: the member's name in the document's `PlayerProfile`. */
  readonly name: string;
  /** Column of `dc_player_profile`; also the name that `IncrementStat` and synergy conditions use. */
  readonly column: string;
  readonly type: NumberType;
  /** Key in `DC_PROFILE_UPDATE`, where it is not the column's name. */
  readonly wireKey?: string;
  /** Key in the addon's player data, where it is not `name`. */
  readonly addonKey?: string;
  readonly description: string;
}

/**
 * Every profile field, once. The TypeScript types, the stat names, the SQL, the wire messages and the addon's
 * player data are derived from this table; a test holds it against the migrated `dc_player_profile`.
 */
// prettier-ignore
export const PROFILE_FIELDS = [
  { name: "prestigeLevel", column: "prestige_level", type: "u8", wireKey: "prestige", addonKey: "prestige", description: "Prestige level" },
  { name: "prestigeXP", column: "prestige_xp", type: "u32", description: "Experience towards the next prestige level" },
  { name: "currentSeasonId", column: "current_season_id", type: "u32", description: "Season that the season fields belong to" },
  { name: "seasonPassLevel", column: "season_pass_level", type: "u8", wireKey: "season_level", addonKey: "seasonLevel", description: "Season pass level" },
  { name: "seasonPassPremium", column: "season_pass_premium", type: "boolean", description: "Whether the premium season pass is owned" },
  { name: "mythicRating", column: "mythic_rating", type: "u32", description: "Mythic+ rating" },
  { name: "highestKeyCompleted", column: "highest_key_completed", type: "u8", wireKey: "highest_key", addonKey: "highestKey", description: "Highest keystone completed" },
  { name: "weeklyVaultSlot1", column: "weekly_vault_slot_1", type: "u32", description: "First weekly vault slot" },
  { name: "weeklyVaultSlot2", column: "weekly_vault_slot_2", type: "u32", description: "Second weekly vault slot" },
  { name: "weeklyVaultSlot3", column: "weekly_vault_slot_3", type: "u32", description: "Third weekly vault slot" },
  { name: "totalItemsUpgraded", column: "total_items_upgraded", type: "u32", description: "Items upgraded" },
  { name: "totalUpgradeTokens", column: "total_upgrade_tokens", type: "u32", description: "Upgrade tokens ever earned" },
  { name: "itemUpgradeCapacity", column: "item_upgrade_capacity", type: "u32", description: "Item-upgrade capacity gained by prestige" },
  { name: "totalPlaytime", column: "total_playtime_seconds", type: "u64", description: "Time played, in seconds" },
  { name: "totalLogins", column: "total_logins", type: "u32", description: "Logins" },
  { name: "consecutiveDailyLogins", column: "consecutive_daily_logins", type: "u32", description: "Days in a row on which the player was online" },
  { name: "lastLogin", column: "last_login", type: "timestamp", description: "Last login, Unix seconds, 0 for never" },
  { name: "lastDailyReset", column: "last_daily_reset", type: "timestamp", description: "Last daily reset applied, Unix seconds, 0 for never" },
  { name: "totalBossKills", column: "total_boss_kills", type: "u32", description: "Bosses killed" },
  { name: "totalDungeonCompletions", column: "total_dungeon_completions", type: "u32", description: "Dungeons completed" },
  { name: "totalPvPKills", column: "total_pvp_kills", type: "u32", description: "Players killed" },
] as const satisfies readonly ProfileFieldRow[];

export type ProfileField = (typeof PROFILE_FIELDS)[number];
/** A stat's name: a column of `dc_player_profile`. */
export type Stat = ProfileField["column"];

type IndexOf<Rows extends readonly unknown[]> = {
  [Key in keyof Rows]: Key extends `${infer Index extends number}` ? Index : never;
}[number];
type NumberFor<Rows extends readonly unknown[]> = { -readonly [Key in keyof Rows]: number };

/** The place of a field in the table, and of its value in `ProfileValues`. */
export type FieldIndex = IndexOf<typeof PROFILE_FIELDS>;

/** A number for each field, in the table's order: a list, because Lua takes 1.3 KB for a table with a name for each. */
export type ProfileValues = NumberFor<typeof PROFILE_FIELDS>;

function fieldIndexes(): Record<Stat, FieldIndex> {
  const indexes: Partial<Record<Stat, FieldIndex>> = {};
  for (let index = 0; index < PROFILE_FIELDS.length; index++) {
    indexes[(PROFILE_FIELDS[index] as ProfileField).column] = index as FieldIndex;
  }
  return indexes as Record<Stat, FieldIndex>;
}

export const FIELD_INDEX: Readonly<Record<Stat, FieldIndex>> = fieldIndexes();

/** The key that `field` has in `DC_PROFILE_UPDATE`. */
export function wireKeyOf(field: ProfileFieldRow): string {
  return field.wireKey ?? field.column;
}

/** The key that `field` has in the addon's player data. */
export function addonKeyOf(field: ProfileFieldRow): string {
  return field.addonKey ?? field.name;
}

const fieldByStatName: Record<string, ProfileField> = {};
for (const field of PROFILE_FIELDS) {
  fieldByStatName[field.column] = field;
  fieldByStatName[field.name] = field;
}

/** The field that a script means by `stat`: its column or the name of the document's member; undefined if there is none. */
export function findProfileField(stat: string): ProfileField | undefined {
  return fieldByStatName[stat];
}
