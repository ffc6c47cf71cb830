import type { ChangeKind } from "../../../shared/catalog/outbox-kinds";
import { execute, type Queryable } from "../database/query";
import { inChunks, literal, ROWS_PER_STATEMENT } from "../database/statement-text";

const PLAYER_CHANGED: ChangeKind = "player_changed";
const EVERYONE_CHANGED: ChangeKind = "everyone_changed";
const INSERT = "INSERT INTO dc_outbox (realm_id, kind, player_guid) VALUES ";

/** Tells the realms to read these players again. Never what has changed: the tables say that. */
export async function nudgePlayers(
  on: Queryable,
  realms: readonly number[],
  players: readonly number[],
): Promise<void> {
  const rows: string[] = [];
  for (const realm of realms) {
    for (const player of players)
      rows.push(`(${literal(realm)},${literal(PLAYER_CHANGED)},${literal(player)})`);
  }
  for (const chunk of inChunks(rows, ROWS_PER_STATEMENT)) await execute(on, INSERT + chunk.join(","));
}

/** Tells the realms to read every online player again. What they have not taken yet of earlier ones is covered by it. */
export async function nudgeEveryone(on: Queryable, realms: readonly number[]): Promise<void> {
  for (const realm of realms) {
    await execute(on, "DELETE FROM dc_outbox WHERE realm_id = ? AND kind = ?", [realm, EVERYONE_CHANGED]);
    await execute(on, `${INSERT}(${literal(realm)},${literal(EVERYONE_CHANGED)},0)`);
  }
}
