import { now, secondsSince } from "../engine/clock";
import type { Requests } from "../wallet/requests";
import { answerInboxRow, type InboxAnswer, type InboxRow, unanswered } from "../tables/inbox-table";
import { EVENT_KIND } from "../tables/request-ledger";
import { requestNameOf } from "./row-request";

/** Seconds after which a row that still has no answer is answered again. */
const PATIENCE = 5;
/** Each may cost a read at each look. */
const MOST_WAITING = 16;

interface Answer {
  readonly row: InboxRow;
  readonly status: InboxAnswer;
  readonly reason: string;
  /** Unix seconds; undefined before it was sent. */
  sentAt: number | undefined;
}

/**
 * The answers on their way to their rows. "done" waits until what was done cannot get lost any more, and each is sent again
 * until its row has it: a core passes over a statement that is refused a lock, and a row without an answer would be carried out
 * by the next start of the realm.
 */
export class Answers {
  private waiting: Answer[] = [];

  /** @param requests Tells whether what a row has led to outlives the server. */
  constructor(
    private readonly bootId: number,
    private readonly requests: Requests,
  ) {}

  give(row: InboxRow, status: InboxAnswer, reason: string): void {
    const answer: Answer = { row, status, reason, sentAt: undefined };
    this.waiting.push(answer);
    if (status === "refused" || row.kind === EVENT_KIND) this.send(answer);
  }

  /** Whether so many are on their way that no more requests are to be begun: nothing seems to reach the database. */
  isFull(): boolean {
    return this.waiting.length >= MOST_WAITING;
  }

  /** Sends what has become safe, sends again what got lost, and forgets what has arrived. */
  look(): void {
    if (this.waiting.length === 0) return;
    this.forgetArrived();
    const unsafe = this.requests.unsafe(this.unsent());
    for (const answer of this.waiting) {
      const isDue =
        answer.sentAt === undefined
          ? !unsafe.includes(requestNameOf(answer.row))
          : secondsSince(answer.sentAt) >= PATIENCE;
      if (isDue) this.send(answer);
    }
  }

  /** The names of what waits until it is safe. */
  private unsent(): string[] {
    const names: string[] = [];
    for (const { row, sentAt } of this.waiting) if (sentAt === undefined) names.push(requestNameOf(row));
    return names;
  }

  private send(answer: Answer): void {
    answer.sentAt = now();
    answerInboxRow(answer.row, answer.status, answer.reason);
  }

  private forgetArrived(): void {
    const sent: number[] = [];
    for (const { row, sentAt } of this.waiting) if (sentAt !== undefined) sent.push(row.id);
    if (sent.length === 0) return;
    const missing = unanswered(sent, this.bootId);
    if (missing === undefined) return;
    this.waiting = this.waiting.filter(({ row, sentAt }) => sentAt === undefined || missing.includes(row.id));
  }
}
