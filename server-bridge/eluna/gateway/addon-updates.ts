import type { ErrorBoundary } from "../engine/error-boundary";
import type { PlayerRecord } from "../players/player-record";
import type { Sender } from "./send-message";

/** Whose addons have something to hear, so that a tick looks at nobody else. */
export class AddonUpdates {
  private changed: PlayerRecord[] = [];
  private readonly isChanged = new LuaTable<number, true>();

  constructor(
    private readonly sender: Sender,
    private readonly boundary: ErrorBoundary,
  ) {}

  /** The record's `sync` may have noted something. */
  mark(record: PlayerRecord): void {
    if (this.isChanged.has(record.guid)) return;
    this.isChanged.set(record.guid, true);
    this.changed.push(record);
  }

  /** Sends what has changed to the addons. Called once a tick. */
  flush(): void {
    if (this.changed.length === 0) return;
    const due = this.changed;
    this.changed = [];
    for (const record of due) {
      this.isChanged.delete(record.guid);
      this.boundary.run("an addon's update", () => this.send(record));
    }
  }

  private send(record: PlayerRecord): void {
    const send = record.sync.listening ? this.sender(record.guid) : undefined;
    if (send !== undefined) record.sync.flush(record.state, send);
    // On a loading screen the player is not in the world, and cannot be sent to: it waits.
    else if (record.sync.listening && record.online) this.mark(record);
  }
}
