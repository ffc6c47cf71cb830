import { now } from "../engine/clock";
import type { ErrorBoundary } from "../engine/error-boundary";
import type { Knocks } from "../gateway/knocks";
import type { Sessions } from "./sessions";

/** Players who were online before this start of the script: no login hook comes for them, and no hello of their addons. */
export class TakeOver {
  /** Unix seconds of the last look. */
  private lookedAt = 0;

  constructor(
    private readonly sessions: Sessions,
    private readonly knocks: Knocks,
    private readonly boundary: ErrorBoundary,
  ) {}

  /**
   * Opens sessions for all in the world who have none. Does so once a second at most: a player who was on a loading screen when the
   * scripts were read again is in the world when it is over, and no hook that comes everywhere tells. The hook of a changed map
   * is the maps' on an Eluna with map states.
   */
  everybody(): void {
    if (this.lookedAt === now()) return;
    this.lookedAt = now();
    for (const player of GetPlayersInWorld()) this.one(player);
  }

  /** Opens a session for a player in the world who has none. */
  one(player: EnginePlayer): void {
    this.boundary.run("taking over a player", () => {
      const guid = player.GetGUIDLow();
      if (this.sessions.isOpen(guid)) return;
      this.sessions.begin(guid, player.GetAccountId()).sync.isAwaited = true;
      this.knocks.begin();
    });
  }
}
