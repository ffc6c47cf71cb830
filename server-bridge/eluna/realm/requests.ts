import type { Journal } from "../journal/journal";
import { findRequest, type RequestRow } from "../tables/request-ledger";

/**
 * What is known of a request by its name. "id_in_use": the name stands for another request. "not_ready": the ledger cannot be
 * asked, because the tables are not there yet or the database gives no answer.
 */
export type RequestStanding = "new" | "repeated" | "id_in_use" | "not_ready";

function isSame(one: RequestRow, other: RequestRow): boolean {
  return (
    one.kind === other.kind &&
    one.player === other.player &&
    one.subject === other.subject &&
    one.subjectId === other.subjectId &&
    one.amount === other.amount
  );
}

/** @param known What bears the name; undefined if nobody can tell. */
export function standingAmong(known: readonly RequestRow[] | undefined, asked: RequestRow): RequestStanding {
  if (known === undefined) return "not_ready";
  for (const request of known) if (isSame(request, asked)) return "repeated";
  return known.length === 0 ? "new" : "id_in_use";
}

/** Recognises a request that comes again: from the journal what is on its way to the tables, from ledger and queue the rest. */
export class Requests {
  private isOpen = false;

  constructor(private readonly journal: Journal) {}

  /** The ledger can be asked now. */
  open(): void {
    this.isOpen = true;
  }

  standing(requestId: string, asked: RequestRow): RequestStanding {
    return standingAmong(this.known(requestId), asked);
  }

  private known(requestId: string): RequestRow[] | undefined {
    const entry = this.journal.findRequest(requestId);
    if (entry === undefined) return this.isOpen ? findRequest(requestId) : undefined;
    return [{ ...entry.operation, player: entry.player.guid }];
  }
}
