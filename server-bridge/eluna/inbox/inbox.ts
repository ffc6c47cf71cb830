import { logError } from "../engine/log";
import type { Journal } from "../journal/journal";
import {
  abandonedInboxRows,
  answerInboxRow,
  type InboxRow,
  newInboxRows,
  takeInboxRow,
} from "../tables/inbox-table";
import { findRequest } from "../tables/request-ledger";
import { handleRequest, requestIdOf, type RequestTarget } from "./handle-request";

/** What a request is answered that was begun by a server that then stopped, and cannot be found in the ledger. */
const UNKNOWN_OUTCOME = "the server stopped while the event was being published";

/**
 * The door for other programs: rows of `dc_inbox`. A row is *new* until the realm takes it, *taken* while it works on it, and
 * then *done* or *refused* with a reason. The realm decides, as it does for its own scripts, whether the player is online or not.
 */
export class Inbox {
  private recovered = false;

  constructor(
    private readonly target: RequestTarget,
    private readonly journal: Journal,
    private readonly realmId: number,
    private readonly bootId: number,
  ) {}

  /** Carries out the oldest new requests, after what an earlier start of the realm had begun. */
  look(): void {
    this.recovered = this.recovered || this.recover();
    if (!this.recovered) return;
    for (const row of newInboxRows(this.realmId)) this.work(row);
  }

  /** What reached the ledger is done, what did not is done now. Returns false, and goes on later, if the ledger does not answer. */
  private recover(): boolean {
    let rows = abandonedInboxRows(this.realmId, this.bootId);
    while (rows.length > 0) {
      for (const row of rows) if (!this.recoverRow(row)) return false;
      rows = abandonedInboxRows(this.realmId, this.bootId);
    }
    return true;
  }

  private recoverRow(row: InboxRow): boolean {
    const known = findRequest(requestIdOf(row));
    if (known === undefined) return false;
    takeInboxRow(row, this.bootId);
    if (row.kind === "event") answerInboxRow(row, "refused", UNKNOWN_OUTCOME);
    else if (known.length > 0) answerInboxRow(row, "done", "");
    else this.carryOut(row);
    return true;
  }

  private work(row: InboxRow): void {
    takeInboxRow(row, this.bootId);
    this.carryOut(row);
  }

  private carryOut(row: InboxRow): void {
    const [succeeded, answer] = pcall(handleRequest, this.target, row);
    // The operations go first: whoever reads "done" finds them in the tables or in the queue.
    this.journal.flush();
    if (!succeeded) {
      logError(`dc_inbox ${row.id.toFixed(0)} failed: ${tostring(answer)}`);
      answerInboxRow(row, "refused", "the request failed, see the server's log");
    } else if (answer === undefined) answerInboxRow(row, "done", "");
    else answerInboxRow(row, "refused", answer);
  }
}
