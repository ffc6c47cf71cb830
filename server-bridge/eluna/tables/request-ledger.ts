import { readRows, toInteger } from "./read-rows";
import { sqlText } from "./sql-text";

/** The kind of a request for an event; all others are of the kind of their operation. */
export const EVENT_KIND = "event";

/** What the tables or the queue hold of a request: the operation that it asked for, or the event. */
export interface RequestRow {
  /** Of the operation, or `EVENT_KIND`. */
  readonly kind: string;
  readonly player: number;
  /** Stat or unlock type, empty for currencies; the event type. */
  readonly subject: string;
  /** Of the currency or the unlock; the checksum of the event's payload. */
  readonly subjectId: number;
  readonly amount: number;
}

/** A name stands for one request. More rows than this of one name are another program's. */
const ROWS_PER_REQUEST = 4;

/** Its first row is always there, and says that the database has answered; the others begin with the place of their name. */
export function requestStatement(requestIds: readonly string[]): string {
  const columns = "kind, player_guid, subject, subject_id, CAST(amount AS CHAR)";
  const parts = ["SELECT '' AS place, '' AS kind, 0 AS player, '' AS subject, 0 AS id, '0' AS amount"];
  for (let index = 0; index < requestIds.length; index++) {
    const place = sqlText(index.toFixed(0));
    const rest = `WHERE request_id = ${sqlText(requestIds[index] ?? "")} LIMIT ${ROWS_PER_REQUEST}`;
    parts.push(
      `(SELECT ${place}, ${columns} FROM dc_ledger ${rest})`,
      `(SELECT ${place}, ${columns} FROM dc_journal ${rest})`,
      `(SELECT ${place}, '${EVENT_KIND}', player_guid, name, payload_checksum, '0' FROM dc_inbox_events ${rest})`,
    );
  }
  return parts.join(" UNION ALL ");
}

/** What the tables or the queue hold by each of these names: one statement; undefined if the database did not answer. */
export function findRequests(requestIds: readonly string[]): RequestRow[][] | undefined {
  const found: RequestRow[][] = requestIds.map(() => []);
  if (requestIds.length === 0) return found;
  let answered = false;
  for (const [place, kind, player, subject, id, amount] of readRows(requestStatement(requestIds), 6)) {
    if (place === "") answered = true;
    else {
      const row = { player: toInteger(player), subjectId: toInteger(id), amount: toInteger(amount) };
      found[toInteger(place)]?.push({ ...row, kind: kind ?? "", subject: subject ?? "" });
    }
  }
  return answered ? found : undefined;
}
