import { accountAfter } from "../../../shared/profile/account-after";
import { rebase } from "../../../shared/profile/reconcile";
import type { Journal } from "../journal/journal";
import type { JournalEntry } from "../journal/journal-entry";
import { type LoadedPlayer, loadPlayer } from "../tables/load-player";
import { now, secondsSince } from "../engine/clock";
import type { PlayerRecord } from "./player-record";

/** How long what is known of an offline player is taken for true, in seconds: nobody watches over deleted rows of theirs. */
const OFFLINE_TRUST = 2;

/** Whether what was read of a player who is offline is still taken for true. */
export function isFresh(record: PlayerRecord): boolean {
  return secondsSince(record.readAt) <= OFFLINE_TRUST;
}

/** @param pending What `loaded` does not hold, newest first. */
function accountOf(loaded: LoadedPlayer, pending: readonly JournalEntry[]): number {
  let account = loaded.accountId;
  for (let index = pending.length - 1; index >= 0; index--) {
    const { operation, player } = pending[index] as JournalEntry;
    account = accountAfter(account, operation.kind, player.accountId);
  }
  return account;
}

/** Fills records from the tables, with the realm's own operations on top that the tables do not hold yet. */
export class PlayerReader {
  private bootId: number | undefined;

  constructor(private readonly journal: Journal) {}

  /** The tables can be read now. */
  open(bootId: number): void {
    this.bootId = bootId;
  }

  /** Names the numbering of revisions of a new record. Two starts of the script can lie in one second, but they have different boot numbers. */
  newEpoch(): number {
    return now() * 1000 + ((this.bootId ?? 0) % 1000);
  }

  /** Before the tables can be read, and where the database does not answer, the record's state stays as it is. */
  read(record: PlayerRecord): void {
    if (this.bootId === undefined) return;
    const loaded = loadPlayer(this.bootId, record.guid, this.journal.confirmedUpTo());
    record.loaded = loaded !== undefined;
    record.readAt = now();
    if (loaded === undefined) return;
    const pending = this.journal.pendingOf(record.guid, loaded.acknowledged);
    record.state = rebase(loaded.state, pending);
    // The engine knows whose character is online.
    if (!record.online) record.accountId = accountOf(loaded, pending);
  }
}
