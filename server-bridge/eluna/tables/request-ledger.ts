import { readRows, toInteger } from "./read-rows";
import { sqlText } from "./sql-text";

/** What the tables or the queue hold of a request. */
export interface RequestRow {
  readonly kind: string;
  readonly player: number;
  /** Stat or unlock type; empty for currencies. */
  readonly subject: string;
  readonly subjectId: number;
  readonly amount: number;
}

/** A name stands for one request. More rows than this of one name are another program's. */
const ROWS_PER_REQUEST = 4;

/** Its first row is always there, and says that the database has answered. */
export function requestStatement(requestId: string): string {
  const columns = "kind, player_guid, subject, subject_id, CAST(amount AS CHAR)";
  const rest = `WHERE request_id = ${sqlText(requestId)} LIMIT ${ROWS_PER_REQUEST}`;
  return (
    "SELECT '' AS kind, 0 AS player, '' AS subject, 0 AS id, '0' AS amount UNION ALL " +
    `(SELECT ${columns} FROM dc_ledger ${rest}) UNION ALL (SELECT ${columns} FROM dc_journal ${rest})`
  );
}

/** The operations of this request that the tables or the queue hold; undefined if the database did not answer. */
export function findRequest(requestId: string): RequestRow[] | undefined {
  const found: RequestRow[] = [];
  let answered = false;
  for (const [kind, player, subject, id, amount] of readRows(requestStatement(requestId), 5)) {
    if (kind === "") answered = true;
    else {
      const row = { player: toInteger(player), subjectId: toInteger(id), amount: toInteger(amount) };
      found.push({ ...row, kind: kind ?? "", subject: subject ?? "" });
    }
  }
  return answered ? found : undefined;
}
