import type { Stamp } from "./payloads";

/**
 * The realm's side of one data set of one player: which keys changed at which revision. Changes between two `flush`
 * calls are one revision, so a key that changes ten times in a tick is sent once.
 */
export class DataSet<Key extends string | number> {
  /** Starts at 1: the first whole is already something to hold. */
  private revision = 1;
  /** The keys that have ever changed, and at which revision each did last: two lists, because a realm holds thousands. */
  private readonly keys: Key[] = [];
  private readonly revisions: number[] = [];
  private dirty = false;

  constructor(private readonly epoch: number) {}

  /** Notes that `key` has a new value since the last flush. */
  mark(key: Key): void {
    this.dirty = true;
    const { keys } = this;
    const size = keys.length;
    let index = 0;
    while (index < size && keys[index] !== key) index++;
    keys[index] = key;
    this.revisions[index] = this.revision + 1;
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
    for (let index = 0; index < this.keys.length; index++) {
      const key = this.keys[index];
      if (key !== undefined && (this.revisions[index] ?? 0) > revision) keys.push(key);
    }
    return keys;
  }
}
