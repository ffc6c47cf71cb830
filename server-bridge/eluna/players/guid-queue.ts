/** Low GUIDs in the order in which they were added, each of them once. */
export class GuidQueue {
  private readonly guids = new LuaTable<number, number>();
  private readonly queued = new LuaTable<number, true>();
  private first = 1;
  private last = 0;

  /** One that is waiting already keeps its place. */
  add(guid: number): void {
    if (this.queued.has(guid)) return;
    this.queued.set(guid, true);
    this.last++;
    this.guids.set(this.last, guid);
  }

  /** Takes the first out; undefined if there is none. */
  take(): number | undefined {
    if (this.first > this.last) return undefined;
    const guid = this.guids.get(this.first);
    this.guids.delete(this.first);
    this.queued.delete(guid);
    this.first++;
    return guid;
  }
}
