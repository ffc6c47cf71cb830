/** The tables that hold a player's data, in the order in which transactions touch them. */
export const PLAYER_TABLES = ["dc_player_profile", "dc_player_currencies", "dc_player_unlocks"] as const;

export type PlayerTable = (typeof PLAYER_TABLES)[number];
