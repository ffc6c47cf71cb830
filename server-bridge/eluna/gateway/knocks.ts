import type { Sender } from "./send-message";
import { now } from "../engine/clock";
import type { PlayerRecords } from "../players/player-records";

/** AIO loses messages, so a knock is repeated; a player without the addon costs this many small messages a reload. */
const KNOCKS = 3;
/** Seconds between two knocks. An addon waits up to five before it says hello again. */
const PAUSE = 10;

/**
 * After a script reload the addons of players who are online count in an epoch that is over, and cannot know. A knock makes
 * them say hello.
 */
export class Knocks {
  private left = 0;
  private dueAt = 0;

  constructor(
    private readonly players: PlayerRecords,
    private readonly sender: Sender,
  ) {}

  /** Players were online before this start of the script: the first knock comes with the next tick. */
  begin(): void {
    this.left = KNOCKS;
    this.dueAt = now();
  }

  tick(): void {
    if (this.left === 0 || now() < this.dueAt) return;
    this.left--;
    this.dueAt = now() + PAUSE;
    this.knock();
  }

  /** Reaches those who have not said hello since the script started. */
  private knock(): void {
    for (const [guid, { sync }] of this.players.byGuid) {
      const send = sync.isAwaited && !sync.listening ? this.sender(guid) : undefined;
      if (send !== undefined) sync.knock(send);
    }
  }
}
