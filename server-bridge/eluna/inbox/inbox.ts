import { textOf } from "../../../shared/language/text-of";
import { logError } from "../engine/log";
import type { Journal } from "../journal/journal";
import {
  abandonedInboxRows,
  hasAbandonedRows,
  type InboxRow,
  newInboxRows,
  takeInboxRow,
} from "../tables/inbox-table";
import { findRequest } from "../tables/request-ledger";
import { Answers } from "./answers";
import { handleRequest, requestIdOf, type RequestTarget } from "./handle-request";

/** What a request is answered that was begun by a server that then stopped, and cannot be found in the ledger. */
const UNKNOWN_OUTCOME = "the server stopped while the event was being published";

/**
 * The door for other programs: rows of `dc_inbox`. A row is *new* until the realm takes it, *taken* while it works on it, and
 * then *done* or *refused* with a reason. The realm decides, as it does for its own scripts, whether the player is online or not.
 */
export class Inbox {
  private recovered = false;
  private readonly answers: Answers;

  constructor(
    private readonly target: RequestTarget,
    private readonly journal: Journal,
    private readonly realmId: number,
    private readonly bootId: number,
  ) {
    this.answers = new Answers(bootId, (row) => this.isSafe(row));
  }

  /** Carries out the oldest new requests, after what an earlier start of the realm had begun. */
  look(): void {
    this.answers.look();
    if (this.answers.isFull()) return;
    if (!this.recovered) this.recover();
    else for (const row of newInboxRows(this.realmId)) this.work(row, false);
  }

  /** What reached the ledger is done, what did not is done now. The new ones wait, but for rows that somebody holds. */
  private recover(): void {
    const rows = abandonedInboxRows(this.realmId, this.bootId);
    for (const row of rows) this.work(row, true);
    if (rows.length > 0) return;
    this.recovered = !hasAbandonedRows(this.realmId, this.bootId);
    for (const row of newInboxRows(this.realmId)) this.work(row, false);
  }

  /**
   * A row that somebody has set back to new was carried out all the same. Where the database does not answer, the row is left
   * for the next look.
   *
   * @param isBegun Whether an earlier start of the realm had begun it.
   */
  private work(row: InboxRow, isBegun: boolean): void {
    const isKnown = row.kind === "event" ? false : this.isKnown(row);
    if (isKnown === undefined || !takeInboxRow(row, this.bootId)) return;
    if (isKnown) this.answers.give(row, "done", "");
    else if (row.kind === "event" && isBegun) this.answers.give(row, "refused", UNKNOWN_OUTCOME);
    else this.carryOut(row);
  }

  /** Whether the request has led to an operation already; undefined if the database does not answer. */
  private isKnown(row: InboxRow): boolean | undefined {
    const requestId = requestIdOf(row);
    if (this.journal.findRequest(requestId) !== undefined) return true;
    const found = findRequest(requestId);
    return found && found.length > 0;
  }

  /** Whether what the row has led to outlives the server: an operation is in the tables or in the queue. */
  private isSafe(row: InboxRow): boolean {
    const requestId = requestIdOf(row);
    if (row.kind === "event" || this.journal.findRequest(requestId) === undefined) return true;
    const found = findRequest(requestId);
    return found !== undefined && found.length > 0;
  }

  private carryOut(row: InboxRow): void {
    const [succeeded, answer] = pcall(handleRequest, this.target, row);
    this.journal.flush();
    if (!succeeded) {
      logError(`dc_inbox ${row.id.toFixed(0)} failed: ${textOf(answer)}`);
      this.answers.give(row, "refused", "the request failed, see the server's log");
    } else if (answer === undefined) this.answers.give(row, "done", "");
    else this.answers.give(row, "refused", answer);
  }
}
