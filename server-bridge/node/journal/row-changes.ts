import type { Drafts } from "./load-players";
import { type PlayerTable, PLAYER_TABLES } from "./player-tables";

/** Rows by table. */
export type RowCounts = Readonly<Record<PlayerTable, number>>;

/** The rows that a batch adds to each player; undefined for a player whose rows it deletes. */
export type RowChanges = ReadonlyMap<number, RowCounts | undefined>;

/** Is told of the bridge's own new rows, so that it can tell them from those that somebody else took away. */
export interface RowChangeObserver {
  /** Before the commit: from now on the rows may be seen. */
  begin(changes: RowChanges): void;
  /** They are in the tables. */
  settle(changes: RowChanges): void;
  /** They are not, or nobody knows: the connection may have been lost during the commit. */
  abandon(changes: RowChanges): void;
}

/** Rows of each table, from a function that gives them. */
export function countRows(count: (table: PlayerTable) => number): RowCounts {
  const counts: Partial<Record<PlayerTable, number>> = {};
  for (const table of PLAYER_TABLES) counts[table] = count(table);
  return counts as RowCounts;
}

/** What writing `drafts` does to the number of rows; players who keep theirs are left out. */
export function rowChangesOf(drafts: Drafts): RowChanges {
  const changes = new Map<number, RowCounts | undefined>();
  for (const draft of drafts.values()) {
    const added = draft.addedRows();
    if (draft.deleted) changes.set(draft.guid, undefined);
    else if (PLAYER_TABLES.some((table) => added[table] > 0)) changes.set(draft.guid, added);
  }
  return changes;
}
