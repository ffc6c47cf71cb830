/**
 * What the states of Eluna tell each other in a player's `Data()`. It has no lock, so the rule is: nobody touches a player's table
 * but the state that runs for the player. On a map that is the map state; between two updates of the maps, for which the core
 * waits, and on loading screens, the world's. Only texts are kept, each written whole, so that nobody reads half of something.
 */
const PROFILE_KEY = "dci_profile";
const PENDING_KEY = "dci_pending";

function textAt(data: EngineSharedTable, key: string): string {
  const value = data.Get(key);
  return typeof value === "string" ? value : "";
}

/** What the world state has published of the player (see `shared-profile.ts`); empty before that. Maps only read it. */
export function publishedText(data: EngineSharedTable): string {
  return textAt(data, PROFILE_KEY);
}

export function publishText(data: EngineSharedTable, text: string): void {
  data.Set(PROFILE_KEY, text);
}

/** What maps have asked for (see `pending-changes.ts`); it goes with the player to the next map, and the world reads it. */
export function pendingText(data: EngineSharedTable): string {
  return textAt(data, PENDING_KEY);
}

export function keepPendingText(data: EngineSharedTable, text: string): void {
  data.Set(PENDING_KEY, text);
}
