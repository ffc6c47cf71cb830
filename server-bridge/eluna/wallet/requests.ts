import type { Journal } from "../journal/journal";
import { findRequests, type RequestRow } from "../tables/request-ledger";

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

/** A request with its name, and what it asks for. */
export interface NamedRequest {
  readonly requestId: string;
  readonly asked: RequestRow;
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
    return this.standings([{ requestId, asked }])[0] ?? "not_ready";
  }

  /** The same for several, in their order, by at most one look into the ledger. */
  standings(requests: readonly NamedRequest[]): RequestStanding[] {
    const rest: string[] = [];
    for (const { requestId } of requests) {
      if (this.journal.findRequest(requestId) === undefined) rest.push(requestId);
    }
    const found = rest.length === 0 ? [] : this.lookUp(rest);
    let next = 0;
    return requests.map(({ requestId, asked }) => {
      const entry = this.journal.findRequest(requestId);
      if (entry !== undefined)
        return standingAmong([{ ...entry.operation, player: entry.player.guid }], asked);
      return standingAmong(found?.[next++], asked);
    });
  }

  /** Those of the names whose operations only the realm has for certain: they are neither in the tables nor in the queue. */
  unsafe(requestIds: readonly string[]): string[] {
    const pending = requestIds.filter((requestId) => this.journal.findRequest(requestId) !== undefined);
    const found = pending.length === 0 ? [] : this.lookUp(pending);
    return pending.filter((_, index) => (found?.[index] ?? []).length === 0);
  }

  private lookUp(requestIds: readonly string[]): RequestRow[][] | undefined {
    return this.isOpen ? findRequests(requestIds) : undefined;
  }
}
