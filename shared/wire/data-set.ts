import type { Stamp } from "./payloads";

/**
 * The realm's side of one data set of one player: which keys changed at which revision. Changes between two `flush`
 * calls are one revision, so a key that changes ten times in a tick is sent once.
 */
export class DataSet<Key extends string | number> {
  /** Starts at 1: the first whole is already something to hold. */
  private revision = 1;
  private readonly changedAt: { key: Key; revision: number }[] = [];
  private dirty = false;

  constructor(private readonly epoch: number) {}

  /** Notes that `key` has a new value since the last flush. */
  mark(key: Key): void {
    this.dirty = true;
    for (const entry of this.changedAt) {
      if (entry.key === key) {
        entry.revision = this.revision + 1;
        return;
      }
    }
    this.changedAt.push({ key, revision: this.revision + 1 });
  }

  /** Whether there is something to flush. */
  isDirty(): boolean {
    return this.dirty;
  }

  /** Makes the marked keys a revision and returns its stamp. */
  flush(): Stamp {
    const base = this.revision;
    this.revision++;
    this.dirty = false;
    return { epoch: this.epoch, revision: this.revision, base };
  }

  /** The stamp for sending the whole set. */
  whole(): Stamp {
    return { epoch: this.epoch, revision: this.revision, base: 0 };
  }

  /** The stamp for bringing a holder of `revision` up to date; undefined if it must get the whole. */
  since(epoch: number, revision: number): Stamp | undefined {
    if (epoch !== this.epoch || revision < 1 || revision > this.revision) return undefined;
    return { epoch: this.epoch, revision: this.revision, base: revision };
  }

  /** The keys that changed after `revision`, unflushed ones included. */
  changedSince(revision: number): Key[] {
    const keys: Key[] = [];
    for (const entry of this.changedAt) {
      if (entry.revision > revision) keys.push(entry.key);
    }
    return keys;
  }
}
