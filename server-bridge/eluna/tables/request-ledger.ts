import { readRows } from "./read-rows";
import { sqlText } from "./sql-text";

export function requestStatement(requestId: string): string {
  const id = sqlText(requestId);
  return (
    `(SELECT kind FROM dc_ledger WHERE request_id = ${id} LIMIT 1) UNION ALL ` +
    `(SELECT kind FROM dc_journal WHERE request_id = ${id} LIMIT 1)`
  );
}

/** Whether the tables or the queue hold an operation of this request. */
export function isRequestKnown(requestId: string): boolean {
  return readRows(requestStatement(requestId), 1).length > 0;
}
