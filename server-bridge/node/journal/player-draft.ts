import type { UnlockType } from "../../../shared/catalog/unlock-types";
import { accountAfter } from "../../../shared/profile/account-after";
import { applyOperation } from "../../../shared/profile/apply-operation";
import { emptyPlayerState, type PlayerState } from "../../../shared/profile/player-state";
import type { AcceptedOperation } from "./journal-row";
import type { PlayerTable } from "./player-tables";

/** When somebody else changed a row, as its column has it: given back unchanged, or the change would go unnoticed. */
export type ForeignMark = string | undefined;

export interface ProfileRow {
  readonly account: number;
  readonly mark: ForeignMark;
}

export interface NewUnlock {
  readonly type: UnlockType;
  readonly id: number;
  readonly source: string;
  readonly happenedAt: number;
}

/** What a batch does to one player: the rows it found, the state that comes of its operations, the rows to write. */
export class PlayerDraft {
  readonly state: PlayerState = emptyPlayerState();
  /** The rows that the tables hold, of those that the batch touches. */
  profileRow: ProfileRow | undefined;
  readonly walletMarks = new Map<number, ForeignMark>();

  /** Whether the rows that were there must go before any are written. */
  deleted = false;
  profileTouched = false;
  readonly touchedWallets = new Set<number>();
  newUnlocks: NewUnlock[] = [];
  /** The account that the realm says the character belongs to. */
  account = 0;

  constructor(readonly guid: number) {}

  /** @returns What the operation really changed, for the ledger. */
  apply(operation: AcceptedOperation): number {
    const applied = applyOperation(this.state, operation);
    this.account = accountAfter(this.account, operation.kind, operation.account);
    this.noteRows(operation, applied);
    return applied;
  }

  /** How many rows writing the draft adds to each table. */
  addedRows(): Record<PlayerTable, number> {
    let wallets = 0;
    for (const id of this.touchedWallets) {
      if (!this.walletMarks.has(id)) wallets++;
    }
    return {
      dc_player_profile: this.profileTouched && this.profileRow === undefined ? 1 : 0,
      dc_player_currencies: wallets,
      dc_player_unlocks: this.newUnlocks.length,
    };
  }

  private noteRows(operation: AcceptedOperation, applied: number): void {
    switch (operation.kind) {
      case "add":
      case "set":
        this.profileTouched = true;
        break;
      case "earn":
      case "spend":
        this.touchedWallets.add(operation.subjectId);
        break;
      case "unlock":
        if (applied === 1) this.noteUnlock(operation);
        break;
      case "delete":
        this.forgetRows();
    }
  }

  private noteUnlock({ subject, subjectId, source, happenedAt }: AcceptedOperation): void {
    this.newUnlocks.push({ type: subject as UnlockType, id: subjectId, source, happenedAt });
  }

  private forgetRows(): void {
    this.deleted = true;
    this.profileRow = undefined;
    this.walletMarks.clear();
    this.profileTouched = false;
    this.touchedWallets.clear();
    this.newUnlocks = [];
  }
}
