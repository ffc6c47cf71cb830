/**
 * What the states of Eluna tell each other in a player's `Data()`. It has no lock, so the rule is: nobody touches the data of a
 * player but the state that runs for it. On its map that is the map's state; between two updates of the maps, for which the core
 * waits, the world's. Only texts are kept, each written whole, so that nobody reads half of something.
 */
const PROFILE_KEY = "dci_profile";
const PENDING_KEY = "dci_pending";

function textAt(player: EnginePlayer, key: string): string {
  const value = player.Data().Get(key);
  return typeof value === "string" ? value : "";
}

/** What the world's state has published of the player (see `shared-profile.ts`); empty before that. Maps only read it. */
export function publishedText(player: EnginePlayer): string {
  return textAt(player, PROFILE_KEY);
}

export function publishText(player: EnginePlayer, text: string): void {
  player.Data().Set(PROFILE_KEY, text);
}

/** What maps have asked for (see `pending-changes.ts`); it goes with the player to the next map. The world only reads it. */
export function pendingText(player: EnginePlayer): string {
  return textAt(player, PENDING_KEY);
}

export function keepPendingText(player: EnginePlayer, text: string): void {
  player.Data().Set(PENDING_KEY, text);
}
