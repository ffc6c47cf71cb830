import { textOf } from "../../../shared/language/text-of";
import { describeHandler } from "../engine/describe-handler";
import type { ErrorBoundary } from "../engine/error-boundary";
import { GuidQueue } from "./guid-queue";
import type { Players } from "./players";

/** Players whom one tick reads: 8 reads are about 1 ms of the world's time. */
const READS_PER_TICK = 8;

/** Is called when the player's data have been read. */
export type LoadCallback = (this: void, guid: number) => void;

/** Reads players a few at a time, so that thousands of them never hold up the world. Works while the tables can be read. */
export class ReadQueue {
  /** Who has to be read again: the first, because they are played. */
  private readonly changed = new GuidQueue();
  /** Whose data a script waits for. */
  private readonly wanted = new GuidQueue();
  private readonly callbacks = new LuaTable<number, LoadCallback[]>();
  /** Whose data a script still waits for after a read without an answer. */
  private unanswered: number[] = [];

  constructor(
    private readonly players: Players,
    private readonly boundary: ErrorBoundary,
  ) {}

  /** Reads the player again, if in memory: somebody else has changed the tables. */
  mark(guid: number): void {
    if (this.players.records.find(guid) !== undefined) this.changed.add(guid);
  }

  /** Calls `callback` when what is in memory of the player comes from the tables: at once, or after a read. */
  whenLoaded(guid: number, callback: LoadCallback): void {
    if (this.players.isLoaded(guid)) return this.call(callback, guid);
    const callbacks = this.callbacks.get(guid) as LoadCallback[] | undefined;
    if (callbacks === undefined) this.callbacks.set(guid, [callback]);
    else callbacks.push(callback);
    this.wanted.add(guid);
  }

  /** Reads the next few. */
  tick(): void {
    for (let reads = 0; reads < READS_PER_TICK; reads++) {
      const changed = this.changed.take();
      const guid = changed ?? this.wanted.take();
      if (guid === undefined) return;
      this.boundary.run("reading a player", () => {
        if (changed === undefined) this.players.load(guid);
        else this.players.reload(guid);
      });
      this.answer(guid);
    }
  }

  /** Every few seconds: those whom the tables have not told of are read once more. */
  retry(): void {
    for (const guid of this.players.records.unread()) this.changed.add(guid);
    for (const guid of this.unanswered) this.wanted.add(guid);
    this.unanswered = [];
  }

  private answer(guid: number): void {
    const callbacks = this.callbacks.get(guid) as LoadCallback[] | undefined;
    if (callbacks === undefined) return;
    if (!this.players.isLoaded(guid)) {
      this.unanswered.push(guid);
      return;
    }
    this.callbacks.delete(guid);
    for (const callback of callbacks) this.call(callback, guid);
  }

  private call(callback: LoadCallback, guid: number): void {
    const [succeeded, failure] = pcall(callback, guid);
    if (succeeded) return;
    this.boundary.tell(`WhenLoaded callback ${describeHandler(callback)} failed: ${textOf(failure)}`);
  }
}
