import { deletion } from "../../../shared/profile/make-operation";
import { isBlank } from "../../../shared/profile/player-state";
import { hasCharacter } from "../tables/characters-table";
import { secondsSince, now } from "../engine/clock";
import type { PlayerRecord } from "./player-record";
import type { Players } from "./players";

/** Source of the deletion in the ledger. */
const SOURCE = "character";
/** Seconds after which what the core writes at a deletion has reached its tables. */
const CORE_WRITES = 10;

interface Deletion {
  readonly guid: number;
  /** Unix seconds. */
  readonly at: number;
}

/**
 * What the tables hold goes with its character, unless the core keeps the character for a restore. A core gives the highest low
 * GUID out again after a deletion and a restart, and there are deletions that no hook tells of: a new character never has anything.
 */
export class Characters {
  private deletions: Deletion[] = [];

  constructor(private readonly players: Players) {}

  /** A character has been made, and has not been in the world yet. */
  created(guid: number): void {
    const record = this.players.record(guid);
    const isNew = record.loaded && record.accountId === 0 && isBlank(record.state);
    if (!isNew) this.forget(record);
  }

  /** A player has deleted a character. */
  deleted(guid: number): void {
    this.deletions.push({ guid, at: now() });
  }

  /** Every few seconds, while the tables can be read. */
  look(): void {
    if (this.deletions.length === 0) return;
    const { deletions } = this;
    this.deletions = [];
    for (const gone of deletions) {
      if (secondsSince(gone.at) < CORE_WRITES) this.deletions.push(gone);
      else if (hasCharacter(gone.guid) === false) this.forget(this.players.record(gone.guid));
    }
  }

  private forget(record: PlayerRecord): void {
    this.players.apply(record, deletion(SOURCE, ""));
  }
}
