import { readRows, toInteger } from "./read-rows";

/** A bridge that is at work, or was. */
export interface BridgePresence {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since its last sign of life, by the database's clock. */
  readonly seenAgo: number;
}

export const PRESENCE_STATEMENT =
  "SELECT bridge_id, version, CAST(GREATEST(TIMESTAMPDIFF(MICROSECOND, seen_at, CURRENT_TIMESTAMP(3)) DIV 1000, 0) AS CHAR) " +
  "FROM dc_bridge ORDER BY seen_at DESC, bridge_id LIMIT 5";

/** The bridges of the last day, at most five, the one that was seen last first. */
export function loadBridges(): BridgePresence[] {
  const bridges: BridgePresence[] = [];
  for (const [id, version, milliseconds] of readRows(PRESENCE_STATEMENT, 3)) {
    bridges.push({ id: id ?? "", version: version ?? "", seenAgo: toInteger(milliseconds) });
  }
  return bridges;
}
