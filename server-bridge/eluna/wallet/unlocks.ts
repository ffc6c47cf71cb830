import type { UnlockType } from "../../../shared/catalog/unlock-types";
import type { Operation } from "../../../shared/profile/operation";
import type { UnlockDefinitions } from "../tables/unlock-definitions";
import type { MapPromises } from "./map-promises";
import type { Players } from "../players/players";

/** An unlock for somebody, with the arguments checked. */
export interface UnlockGrant extends Pick<Operation, "source" | "cause"> {
  readonly guid: number;
  readonly type: UnlockType;
  readonly unlockId: number;
  /** Names the request in the ledger. */
  readonly requestId?: string | undefined;
}

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
   */
  grant({ guid, type, unlockId, source, cause, requestId }: UnlockGrant): boolean {
    const { players } = this;
    const record = players.record(guid);
    if (record.state.unlocks[type]?.[unlockId] !== undefined) return false;
    if (this.promises.hasUnlock(guid, type, unlockId)) return false;
    const operation = {
      kind: "unlock",
      subject: type,
      subjectId: unlockId,
      amount: 0,
      source,
      cause,
    } as const;
    players.apply(record, operation, requestId);
    players.announce(record, this.definitions.notice(type, unlockId, source));
    return true;
  }
}
