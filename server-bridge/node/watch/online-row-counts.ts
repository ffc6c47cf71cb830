import { countRows, type RowChangeObserver, type RowChanges, type RowCounts } from "../journal/row-changes";
import { PLAYER_TABLES } from "../journal/player-tables";

export type CountsByPlayer = ReadonlyMap<number, RowCounts>;

/**
 * How many rows each online player should have: what the last look found and what this bridge has added since. Fewer
 * means that somebody deleted rows. Counts of a player whose rows the bridge is changing during a look mean nothing
 * and are passed over.
 */
export class OnlineRowCounts implements RowChangeObserver {
  private expected: Map<number, RowCounts> = new Map();
  private readonly underWay = new Set<RowChanges>();
  /** Players whose rows changed, or may have, since the look began. */
  private unsettled = new Set<number>();
  /** Players whose rows somebody else has written since the last look that told of them. */
  private written = new Set<number>();

  /**
   * Somebody else has inserted or changed rows of these players. Until the next look nobody knows how many they have: a row that
   * is inserted, read by the realm and deleted again between two looks is in neither count.
   */
  noteForeignWrites(players: Iterable<number>): void {
    for (const player of players) this.written.add(player);
  }

  begin(changes: RowChanges): void {
    this.underWay.add(changes);
    for (const player of changes.keys()) this.unsettled.add(player);
  }

  settle(changes: RowChanges): void {
    this.underWay.delete(changes);
    for (const [player, added] of changes) {
      const before = this.expected.get(player);
      if (added === undefined) this.expected.delete(player);
      else if (before !== undefined) {
        this.expected.set(
          player,
          countRows((table) => before[table] + added[table]),
        );
      }
    }
  }

  abandon(changes: RowChanges): void {
    this.underWay.delete(changes);
    for (const player of changes.keys()) this.expected.delete(player);
  }

  /** Called before the tables are asked. */
  beginLook(): void {
    this.unsettled = new Set();
    for (const changes of this.underWay) {
      for (const player of changes.keys()) this.unsettled.add(player);
    }
  }

  /** The players who have fewer rows than they should, or may have. */
  findLosers(found: CountsByPlayer): number[] {
    const losers: number[] = [];
    const written = this.written;
    this.written = new Set();
    for (const [player, counts] of found) {
      if (written.has(player)) {
        losers.push(player);
        continue;
      }
      const expected = this.expected.get(player);
      if (expected === undefined || this.unsettled.has(player)) continue;
      if (PLAYER_TABLES.some((table) => counts[table] < expected[table])) losers.push(player);
    }
    return losers;
  }

  /** What was found is what is expected from now on. Called when the realms have been told of the losses. */
  adopt(found: CountsByPlayer): void {
    const expected = new Map<number, RowCounts>();
    for (const [player, counts] of found) {
      const before = this.expected.get(player);
      if (!this.unsettled.has(player)) expected.set(player, counts);
      else if (before !== undefined) expected.set(player, before);
    }
    this.expected = expected;
  }
}
