/** What a payload field holds: a whole number from 0 to 2^53 - 1, a boolean, or text. */
export type PayloadType = "integer" | "boolean" | "text";

export interface EventTypeRow {
  readonly name: string;
  readonly payload: Readonly<Record<string, PayloadType>>;
  /** True where the event may be about the whole realm: its player is 0 then. Any other is about one player. */
  readonly realm?: true;
  /** False keeps events out of the history: in a fight these types come so often that they would fill it. */
  readonly history?: false;
}

/**
 * The document's 37 event types, in its order, each with the payload that its publisher gives. The constants
 * `EventType.X`, the payload types and the emitters are derived from this table.
 */
// prettier-ignore
const ROWS = [
  { name: "PLAYER_LOGIN", payload: { account_id: "integer", first: "boolean" } },
  { name: "PLAYER_LOGOUT", payload: { session_seconds: "integer" } },
  { name: "PLAYER_LEVEL_UP", payload: { old_level: "integer", new_level: "integer" } },
  { name: "PLAYER_DEATH", payload: { killer_entry: "integer", killer_guid: "integer", map_id: "integer" } },
  { name: "PLAYER_RESURRECTION", payload: {} },
  { name: "CREATURE_KILL", payload: { creature_entry: "integer", creature_level: "integer", map_id: "integer", elite: "boolean", by_pet: "boolean" } },
  { name: "BOSS_KILL", payload: { creature_entry: "integer", map_id: "integer", raid_boss: "boolean", heroic: "boolean" } },
  { name: "PVP_KILL", payload: { victim_guid: "integer", victim_level: "integer", map_id: "integer" } },
  { name: "DAMAGE_DEALT", payload: { target_entry: "integer", target_guid: "integer", amount: "integer" }, history: false },
  { name: "HEALING_DONE", payload: { target_entry: "integer", target_guid: "integer", amount: "integer" }, history: false },
  { name: "DUNGEON_ENTER", payload: { dungeon_id: "integer", heroic: "boolean", raid: "boolean", instance_id: "integer" } },
  { name: "DUNGEON_COMPLETE", payload: { dungeon_id: "integer", heroic: "boolean", raid: "boolean", instance_id: "integer", creature_entry: "integer" } },
  { name: "DUNGEON_WIPE", payload: { dungeon_id: "integer", heroic: "boolean", raid: "boolean", instance_id: "integer" } },
  { name: "MYTHIC_RUN_START", payload: { dungeon_id: "integer", level: "integer" } },
  { name: "MYTHIC_RUN_COMPLETE", payload: { dungeon_id: "integer", level: "integer", in_time: "boolean", rating_gained: "integer" } },
  { name: "MYTHIC_RUN_FAIL", payload: { dungeon_id: "integer", level: "integer" } },
  { name: "MYTHIC_AFFIX_TRIGGER", payload: { dungeon_id: "integer", affix_id: "integer" } },
  { name: "KEYSTONE_UPGRADE", payload: { old_level: "integer", new_level: "integer" } },
  { name: "SEASON_START", payload: { season_id: "integer" }, realm: true },
  { name: "SEASON_END", payload: { season_id: "integer" }, realm: true },
  { name: "SEASON_RANK_CHANGE", payload: { season_id: "integer", old_rank: "integer", new_rank: "integer" } },
  { name: "ITEM_UPGRADED", payload: { item_entry: "integer", new_level: "integer", tokens_spent: "integer" } },
  { name: "ITEM_UPGRADE_FAILED", payload: { item_entry: "integer", reason: "text" } },
  { name: "PRESTIGE_LEVEL_UP", payload: { prestige_level: "integer" } },
  { name: "PRESTIGE_TALENT_LEARNED", payload: { talent_id: "integer", rank: "integer" } },
  { name: "HOTSPOT_ENTER", payload: { hotspot_id: "integer" } },
  { name: "HOTSPOT_EXIT", payload: { hotspot_id: "integer" } },
  { name: "HOTSPOT_XP_GAINED", payload: { hotspot_id: "integer", amount: "integer" } },
  { name: "LOOT_COLLECTED", payload: { item_entry: "integer", count: "integer", quality: "integer" } },
  { name: "RARE_LOOT_DROPPED", payload: { item_entry: "integer", count: "integer", quality: "integer" } },
  { name: "QUEST_COMPLETE", payload: { quest_id: "integer", quest_type: "text" } },
  { name: "QUEST_CHAIN_COMPLETE", payload: { chain_id: "integer" } },
  { name: "DAILY_RESET", payload: {}, realm: true },
  { name: "WEEKLY_RESET", payload: {}, realm: true },
  { name: "CURRENCY_GAINED", payload: { currency_type: "integer", amount: "integer", source: "text" } },
  { name: "CURRENCY_SPENT", payload: { currency_type: "integer", amount: "integer", reason: "text" } },
  { name: "CUSTOM_EVENT", payload: { name: "text" }, realm: true },
] as const satisfies readonly EventTypeRow[];

type EventTypeEntry = (typeof ROWS)[number];
export type EventTypeName = EventTypeEntry["name"];

export const EVENT_TYPES: readonly (EventTypeRow & { readonly name: EventTypeName })[] = ROWS;

type PayloadValue<T> = T extends "integer" ? number : T extends "boolean" ? boolean : string;

/** The payload of the event type `N`; a publisher may leave fields out, and `Event.Get` then gives its default. */
export type EventPayload<N extends EventTypeName> = Extract<
  EventTypeEntry,
  { name: N }
>["payload"] extends infer Payload
  ? { [K in keyof Payload]?: PayloadValue<Payload[K]> }
  : never;

function rowsByName(): Readonly<Record<string, EventTypeRow | undefined>> {
  const rows: Record<string, EventTypeRow | undefined> = {};
  for (const row of EVENT_TYPES) rows[row.name] = row;
  return rows;
}

const ROWS_BY_NAME = rowsByName();

/** The row of the document's type `name`; undefined for a type that a script has named. */
export function findEventType(name: string): EventTypeRow | undefined {
  return ROWS_BY_NAME[name];
}

function namesByThemselves(): { readonly [N in EventTypeName]: N } {
  const names: Record<string, string> = {};
  for (const row of ROWS) names[row.name] = row.name;
  return names as { [N in EventTypeName]: N };
}

/** `EventType.BOSS_KILL` and so on: the document's enum. The values are the names, so logs and tables show them. */
export const EventType = namesByThemselves();
