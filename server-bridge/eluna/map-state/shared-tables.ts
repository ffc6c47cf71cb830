import { findPlayer } from "../engine/engine";
import { decodePending, type PendingChange } from "./pending-changes";
import { keepPendingText, pendingText, publishedText, publishText } from "./shared-memory";
import { takenIn, withdrawnText } from "./shared-profile";

/**
 * The players' `Data()` as the world state keeps them. A table is Lua's own, unlike the player that it came from: kept, it is
 * there on loading screens too, and as long after the logout as changes of that time are still on their way.
 */
export class SharedTables {
  private readonly tables = new LuaTable<number, EngineSharedTable>();
  /** Number of the last change by a map that the world has taken. */
  private readonly numbers = new LuaTable<number, number>();
  private left: number[] = [];

  /** Undefined for a player who was in no map since this start of the script. */
  find(guid: number): EngineSharedTable | undefined {
    if (this.tables.has(guid)) return this.tables.get(guid);
    const data = findPlayer(guid)?.Data();
    if (data !== undefined) this.keep(guid, data);
    return data;
  }

  isKept(guid: number): boolean {
    return this.tables.has(guid);
  }

  /** Whose tables are kept. */
  guids(): number[] {
    const guids: number[] = [];
    for (const [guid] of this.tables) guids.push(guid);
    return guids;
  }

  taken(guid: number): number {
    return this.numbers.has(guid) ? this.numbers.get(guid) : 0;
  }

  take(guid: number, number: number): void {
    this.numbers.set(guid, math.max(number, this.taken(guid)));
  }

  /** What maps have decided and the world has not taken. */
  pending(guid: number): readonly PendingChange[] {
    const data = this.find(guid);
    return data === undefined ? [] : decodePending(pendingText(data), this.taken(guid)).changes;
  }

  /** A login makes a new table. What is still on its way from the last time goes on counting, and numbers go on. */
  begin(guid: number): void {
    const data = findPlayer(guid)?.Data();
    if (data === undefined) return;
    const former = this.tables.has(guid) ? this.tables.get(guid) : data;
    if (this.pending(guid).length > 0) keepPendingText(data, pendingText(former));
    this.keep(guid, data);
  }

  end(guid: number): void {
    this.left.push(guid);
  }

  /** Forgets who has left and has nothing on its way. */
  forgetLeft(isOnline: (this: void, guid: number) => boolean): void {
    if (this.left.length === 0) return;
    const offline = this.left.filter((guid) => !isOnline(guid));
    this.left = offline.filter((guid) => this.pending(guid).length > 0);
    for (const guid of offline) if (!this.left.includes(guid)) this.forget(guid);
  }

  /** The script is about to end: until its next start shows the players again, no map answers for them. */
  withdraw(): void {
    for (const [guid, data] of this.tables) publishText(data, withdrawnText(this.taken(guid)));
  }

  /** A start of the script that has taken none yet goes on from what the one before it has shown. */
  private keep(guid: number, data: EngineSharedTable): void {
    this.tables.set(guid, data);
    this.take(guid, takenIn(publishedText(data)));
  }

  private forget(guid: number): void {
    this.tables.delete(guid);
    this.numbers.delete(guid);
  }
}
