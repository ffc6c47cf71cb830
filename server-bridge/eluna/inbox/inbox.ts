import type { Complaint } from "../../../shared/language/complaint";
import { textOf } from "../../../shared/language/text-of";
import { logError } from "../engine/log";
import type { Journal } from "../journal/journal";
import type { RequestStanding, Requests } from "../wallet/requests";
import {
  abandonedInboxRows,
  hasAbandonedRows,
  type InboxRow,
  newInboxRows,
  ROWS_PER_LOOK,
  takeInboxRows,
  unanswered,
} from "../tables/inbox-table";
import { EVENT_KIND } from "../tables/request-ledger";
import { Answers } from "./answers";
import { checkRow } from "./check-row";
import { handleRequest, type RequestTarget } from "./handle-request";
import { requestNameOf, requestRowOf } from "./row-request";

/** What a request is answered that was begun by a server that then stopped, and cannot be found in the ledger. */
const UNKNOWN_OUTCOME = "the server stopped while the event was being published";

/** A row, with what is known of it before it is begun. */
interface Judged {
  readonly row: InboxRow;
  readonly problem: Complaint;
  standing: RequestStanding;
}

/** Rows of which the database has not said whether this boot has begun them. */
interface Doubt {
  readonly rows: readonly InboxRow[];
  /** Whether an earlier start of the realm had begun them. */
  readonly isBegun: boolean;
}

/** Whether what the row leads to is found again by its name: not that of an event that nobody has named. */
function isRemembered({ kind, requestId }: InboxRow): boolean {
  return kind !== EVENT_KIND || requestId !== undefined;
}

/**
 * The door for other programs: rows of `dc_inbox`. A row is *new* until the realm takes it, *taken* while it works on it, and
 * then *done*, *repeated*, or *refused* with a reason. The realm decides, as it does for its own scripts, whether the player is
 * online or not.
 */
export class Inbox {
  private recovered = false;
  private doubt: Doubt | undefined;
  private readonly answers: Answers;

  constructor(
    private readonly target: RequestTarget,
    private readonly requests: Requests,
    private readonly journal: Journal,
    private readonly realmId: number,
    private readonly bootId: number,
  ) {
    this.answers = new Answers(bootId, requests);
  }

  /**
   * Carries out the oldest new requests, after what an earlier start of the realm had begun.
   *
   * @returns Whether more of them may be waiting, so that another look is worth it soon.
   */
  look(): boolean {
    this.answers.look();
    if (this.answers.isFull()) return false;
    if (this.doubt !== undefined) return this.settleDoubt(this.doubt);
    const abandoned = this.recovered ? [] : abandonedInboxRows(this.realmId, this.bootId);
    // What reached the ledger is done, what did not is done now. The new ones wait, but for rows that somebody holds.
    if (abandoned.length > 0) return this.work(abandoned, true);
    this.recovered ||= !hasAbandonedRows(this.realmId, this.bootId);
    return this.work(newInboxRows(this.realmId), false);
  }

  /**
   * @param isBegun Whether an earlier start of the realm had begun them.
   * @returns Whether they were as many as a look takes, and some could be begun.
   */
  private work(rows: readonly InboxRow[], isBegun: boolean): boolean {
    const judged = this.judge(rows);
    const taken = takeInboxRows(
      judged.map(({ row }) => row),
      this.bootId,
    );
    if (taken === undefined) {
      this.doubt = { rows: judged.map(({ row }) => row), isBegun };
      return false;
    }
    this.settleAll(
      judged.filter(({ row }) => taken.includes(row.id)),
      isBegun,
    );
    return rows.length === ROWS_PER_LOOK && taken.length > 0;
  }

  /** Nobody else begins what this boot has taken, so it asks until it knows. */
  private settleDoubt(doubt: Doubt): boolean {
    const ids = doubt.rows.map((row) => row.id);
    const taken = unanswered(ids, this.bootId);
    if (taken === undefined) return false;
    const own = doubt.rows.filter((row) => taken.includes(row.id));
    const judged = this.judge(own);
    const judgedRows = judged.map((one) => one.row);
    const unjudged = own.filter((row) => !judgedRows.includes(row));
    this.doubt = unjudged.length === 0 ? undefined : { rows: unjudged, isBegun: doubt.isBegun };
    this.settleAll(judged, doubt.isBegun);
    return false;
  }

  /** One that raises leaves no other without an answer: nobody else begins what this boot has taken. */
  private settleAll(begun: readonly Judged[], isBegun: boolean): void {
    let failure: string | undefined;
    for (const one of begun) {
      const [succeeded, problem] = pcall(() => this.settle(one, isBegun));
      if (!succeeded) failure = textOf(problem);
    }
    if (failure !== undefined) error(failure, 0);
  }

  /**
   * Where the database does not answer, the rows are left for the next look; and so is the second of two of one name, because what
   * the first leads to is not known yet.
   */
  private judge(rows: readonly InboxRow[]): Judged[] {
    const judged: Judged[] = rows.map((row) => ({ row, problem: checkRow(row), standing: "new" }));
    const asking = judged.filter(({ row, problem }) => problem === undefined && isRemembered(row));
    const requests = asking.map(({ row }) => ({ requestId: requestNameOf(row), asked: requestRowOf(row) }));
    const standings = this.requests.standings(requests);
    const names: string[] = [];
    for (let index = 0; index < asking.length; index++) {
      const [one, name] = [asking[index] as Judged, requests[index]?.requestId ?? ""];
      one.standing = names.includes(name) ? "not_ready" : (standings[index] ?? "not_ready");
      names.push(name);
    }
    return judged.filter(({ standing }) => standing !== "not_ready");
  }

  private settle({ row, problem, standing }: Judged, isBegun: boolean): void {
    if (problem !== undefined) this.answers.give(row, "refused", problem);
    else if (isBegun && row.kind === EVENT_KIND) this.answers.give(row, "refused", UNKNOWN_OUTCOME);
    else if (standing === "new") this.carryOut(row);
    else if (standing !== "repeated") this.answers.give(row, "refused", standing);
    // What was done was this row's own, where no other has its name; and it may have been, where the row had been begun.
    else this.answers.give(row, isBegun || row.requestId === undefined ? "done" : "repeated", "");
  }

  private carryOut(row: InboxRow): void {
    const [succeeded, answer] = pcall(handleRequest, this.target, row, this.bootId);
    if (!succeeded) logError(`dc_inbox ${row.id.toFixed(0)} failed: ${textOf(answer)}`);
    // It may have failed behind what it was to do, such as in what others do when they hear of it.
    const isDone = this.journal.findRequest(requestNameOf(row)) !== undefined;
    const [isFlushed, problem] = pcall(() => this.journal.flush());
    if (!isFlushed) logError(`dc_inbox ${row.id.toFixed(0)}: ${textOf(problem)}`);
    if (!succeeded && !isDone) this.answers.give(row, "refused", "the request failed, see the server's log");
    else if (!succeeded) this.answers.give(row, "done", "");
    else if (answer === undefined) this.answers.give(row, "done", "");
    else this.answers.give(row, "refused", answer);
  }
}
