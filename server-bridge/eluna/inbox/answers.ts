import { answerInboxRow, type InboxRow, unanswered } from "../tables/inbox-table";

/** Looks after which a row that still has no answer is answered again: 5 s. */
const LOOKS_TO_WAIT = 10;
/** Each may cost a read at each look. */
const MOST_WAITING = 16;

interface Answer {
  readonly row: InboxRow;
  readonly status: "done" | "refused";
  readonly reason: string;
  /** Looks since it was sent; undefined before. */
  sentFor: number | undefined;
}

/**
 * The answers on their way to their rows. "done" waits until what was done cannot get lost any more, and each is sent again
 * until its row has it: a core passes over a statement that is refused a lock, and a row without an answer would be carried out
 * by the next start of the realm.
 */
export class Answers {
  private waiting: Answer[] = [];

  /** @param isSafe Whether what the row has led to outlives the server. */
  constructor(
    private readonly bootId: number,
    private readonly isSafe: (this: void, row: InboxRow) => boolean,
  ) {}

  give(row: InboxRow, status: "done" | "refused", reason: string): void {
    const answer: Answer = { row, status, reason, sentFor: undefined };
    this.waiting.push(answer);
    if (status === "refused" || row.kind === "event") this.send(answer);
  }

  /** Whether so many are on their way that no more requests are to be begun: nothing seems to reach the database. */
  isFull(): boolean {
    return this.waiting.length >= MOST_WAITING;
  }

  /** Sends what has become safe, sends again what got lost, and forgets what has arrived. */
  look(): void {
    if (this.waiting.length === 0) return;
    this.forgetArrived();
    for (const answer of this.waiting) {
      if (answer.sentFor === undefined) {
        if (this.isSafe(answer.row)) this.send(answer);
      } else if (answer.sentFor >= LOOKS_TO_WAIT) this.send(answer);
      else answer.sentFor++;
    }
  }

  private send(answer: Answer): void {
    answer.sentFor = 0;
    answerInboxRow(answer.row, answer.status, answer.reason);
  }

  private forgetArrived(): void {
    const sent: number[] = [];
    for (const { row, sentFor } of this.waiting) if (sentFor !== undefined) sent.push(row.id);
    if (sent.length === 0) return;
    const missing = unanswered(sent, this.bootId);
    this.waiting = this.waiting.filter(
      ({ row, sentFor }) => sentFor === undefined || missing.includes(row.id),
    );
  }
}
