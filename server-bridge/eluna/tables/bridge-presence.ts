import { readRows, toInteger } from "./read-rows";

/** A bridge that is at work, or was. */
export interface BridgePresence {
  readonly id: string;
  readonly version: string;
  /** Since its last sign of life, by the database's clock. */
  readonly secondsAgo: number;
}

export const PRESENCE_STATEMENT =
  "SELECT bridge_id, version, CAST(GREATEST(TIMESTAMPDIFF(SECOND, seen_at, CURRENT_TIMESTAMP), 0) AS CHAR) " +
  "FROM dc_bridge ORDER BY seen_at DESC, bridge_id LIMIT 5";

/** The bridges of the last day, at most five, the one that was seen last first. */
export function loadBridges(): BridgePresence[] {
  const bridges: BridgePresence[] = [];
  for (const [id, version, seconds] of readRows(PRESENCE_STATEMENT, 3)) {
    bridges.push({ id: id ?? "", version: version ?? "", secondsAgo: toInteger(seconds) });
  }
  return bridges;
}
