import { UNLOCK_TYPES } from "../../../shared/catalog/unlock-types";
import type { PlayerState } from "../../../shared/profile/player-state";
import type { UnlockNotice } from "../../../shared/wire/payloads";
import type { UnlockDefinitions } from "../tables/unlock-definitions";

/** What the addon has to hear of a player's unlocks. */
export interface UnlockChanges {
  /** Of those that the player did not have before. */
  readonly notices: readonly UnlockNotice[];
  /** Whether the player has lost one. */
  readonly anyLost: boolean;
}

export function compareUnlocks(
  before: PlayerState,
  after: PlayerState,
  definitions: UnlockDefinitions,
): UnlockChanges {
  const notices: UnlockNotice[] = [];
  let anyLost = false;
  for (const { name } of UNLOCK_TYPES) {
    const had = before.unlocks[name] ?? {};
    const has = after.unlocks[name] ?? {};
    for (const [id, source] of pairs(has)) {
      if (had[id] === undefined) notices.push(definitions.notice(name, id, source));
    }
    for (const [id] of pairs(had)) anyLost = anyLost || has[id] === undefined;
  }
  return { notices, anyLost };
}
