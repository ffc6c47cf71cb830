import { requestedOperation } from "../../../shared/profile/make-operation";
import { findRequestKind, type Operation, type RequestKind } from "../../../shared/profile/operation";
import type { InboxRow } from "../tables/inbox-table";
import { EVENT_KIND, type RequestRow } from "../tables/request-ledger";

/** What the ledger notes as the cause of what a row led to. */
const CAUSE = "inbox";

/**
 * The name under which queue and ledger, or the table of published events, know what a row led to. Only a source can hold a space,
 * so the last one ends it, and no request of a script is called so. A row without a name is called by its number and time.
 */
export function requestNameOf({ id, createdAt, requestId, source }: InboxRow): string {
  return requestId === undefined ? `inbox:${id.toFixed(0)}@${createdAt}` : `${source} ${requestId}`;
}

/** The operation that a row of this kind asks for. */
export function operationOf({ name, subjectId, amount, source }: InboxRow, kind: RequestKind): Operation {
  return requestedOperation(kind, { subject: name, subjectId, amount, source, cause: CAUSE });
}

/** What is remembered of the row once it was carried out. */
export function requestRowOf(row: InboxRow): RequestRow {
  const kind = findRequestKind(row.kind);
  if (kind !== undefined) return { ...operationOf(row, kind), player: row.player };
  return {
    kind: EVENT_KIND,
    player: row.player,
    subject: row.name,
    subjectId: row.payloadChecksum,
    amount: 0,
  };
}
