import type { Stamp } from "./payloads";

/** How many keys a data set remembers the last change of. Holders that missed more than that get the whole, which is short. */
const REMEMBERED = 8;

/**
 * The realm's side of one data set of one player: which keys changed at which revision. Changes between two `flush` calls are
 * one revision, so a key that changes ten times in a tick is sent once.
 *
 * Only the last few changes are kept, since a realm holds thousands of these. What has been forgotten is older than everything
 * that is kept.
 */
export class DataSet<Key extends string | number> {
  /** Starts at 1: the first whole is already something to hold. */
  private revision = 1;
  private readonly keys: Key[] = [];
  /** The revision of the last change of the key at the same place; the one to come for what waits to be flushed. */
  private readonly revisions: number[] = [];

  constructor(private readonly epoch: number) {}

  /** Notes that `key` has a new value since the last flush. */
  mark(key: Key): void {
    const index = this.placeFor(key);
    this.keys[index] = key;
    this.revisions[index] = this.revision + 1;
  }

  /** Whether there is something to flush. */
  isDirty(): boolean {
    for (const revision of this.revisions) if (revision > this.revision) return true;
    return false;
  }

  /** Makes the marked keys a revision and returns its stamp: that of the whole where more changed than is remembered. */
  flush(): Stamp {
    const base = this.revision;
    this.revision++;
    return { epoch: this.epoch, revision: this.revision, base: this.remembersAllSince(base) ? base : 0 };
  }

  /** The stamp for sending the whole set. */
  whole(): Stamp {
    return { epoch: this.epoch, revision: this.revision, base: 0 };
  }

  /** The stamp for bringing a holder of `revision` up to date; undefined if it must get the whole. */
  since(epoch: number, revision: number): Stamp | undefined {
    if (epoch !== this.epoch || revision < 1 || revision > this.revision) return undefined;
    if (!this.remembersAllSince(revision)) return undefined;
    return { epoch: this.epoch, revision: this.revision, base: revision };
  }

  /** The keys that changed after `revision`, unflushed ones included, as far back as `since` goes. */
  changedSince(revision: number): Key[] {
    const keys: Key[] = [];
    for (let index = 0; index < this.keys.length; index++) {
      const key = this.keys[index];
      if (key !== undefined && (this.revisions[index] ?? 0) > revision) keys.push(key);
    }
    return keys;
  }

  /** Where `key` stands, or the end of the list, or the place of the oldest change if the list is full. */
  private placeFor(key: Key): number {
    const { keys } = this;
    const size = keys.length;
    let index = 0;
    while (index < size && keys[index] !== key) index++;
    return index < REMEMBERED ? index : this.oldest();
  }

  private oldest(): number {
    let oldest = 0;
    for (let index = 1; index < REMEMBERED; index++) {
      if ((this.revisions[index] ?? 0) < (this.revisions[oldest] ?? 0)) oldest = index;
    }
    return oldest;
  }

  private remembersAllSince(revision: number): boolean {
    return this.keys.length < REMEMBERED || revision >= (this.revisions[this.oldest()] ?? 0);
  }
}
