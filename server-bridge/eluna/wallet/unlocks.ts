import type { UnlockType } from "../../../shared/catalog/unlock-types";
import type { Operation } from "../../../shared/profile/operation";
import type { UnlockDefinitions } from "../tables/unlock-definitions";
import type { MapPromises } from "./map-promises";
import type { Players } from "../players/players";

/** The unlocks of all players. */
export class Unlocks {
  constructor(
    private readonly players: Players,
    private readonly definitions: UnlockDefinitions,
    private readonly promises: MapPromises,
  ) {}

  /**
   * Grants the unlock, once, and tells the player's addon. Returns false, and changes nothing, if the player has it, or a map has
   * promised it, which is about to be carried out.
   *
   * @param unlock Of the kind "unlock", and checked.
   * @param requestId Names the request in the ledger.
   */
  grant(guid: number, unlock: Operation, requestId?: string): boolean {
    const { players } = this;
    const record = players.record(guid);
    const { subjectId: unlockId, source } = unlock;
    const type = unlock.subject as UnlockType;
    if (record.state.unlocks[type]?.[unlockId] !== undefined) return false;
    if (this.promises.hasUnlock(guid, type, unlockId)) return false;
    players.apply(record, unlock, requestId);
    players.announce(record, this.definitions.notice(type, unlockId, source));
    return true;
  }
}
