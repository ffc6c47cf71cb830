import { applyOperation } from "../../../shared/profile/apply-operation";
import { now } from "../realm/clock";
import { decodePending, encodePending, PENDING_SECONDS, type PendingChange } from "./pending-changes";
import { keepPendingText, pendingText, publishedText } from "./shared-memory";
import { decodeProfile, type SharedProfile } from "./shared-profile";

/** A player as a map's state sees it: what the world has published, with what maps have decided since on top. */
interface View {
  readonly profile: SharedProfile;
  readonly published: string;
  pending: string;
  last: number;
  changes: PendingChange[];
  /** Unix seconds at which the oldest change stops to count. */
  expiresAt: number;
}

function apply({ state, week }: SharedProfile, change: PendingChange): void {
  applyOperation(state, { ...change, source: "", cause: "" });
  const weekly = change.kind === "earn" ? week[change.subjectId] : undefined;
  if (weekly !== undefined) weekly.earned += change.amount;
}

function expiryOf(changes: readonly PendingChange[]): number {
  const [oldest] = changes;
  return oldest === undefined ? math.huge : oldest.at + PENDING_SECONDS;
}

/** The players on the map of this state. */
export class MapPlayers {
  /** By guid; made again when one of the texts is another. */
  private views: Record<number, View | undefined> = {};

  /** The player, who must be on this map: no other state may touch its data now. */
  find(guid: number): EnginePlayer | undefined {
    for (const player of GetPlayersOnMap()) if (player.GetGUIDLow() === guid) return player;
    return undefined;
  }

  /** Undefined as long as the world's state has published nothing, which it does at the login. */
  profile(player: EnginePlayer): SharedProfile | undefined {
    return this.view(player)?.profile;
  }

  /** The number of the next change. */
  nextNumber(player: EnginePlayer): number {
    return (this.view(player)?.last ?? 0) + 1;
  }

  /** Counts `change`, which has been sent to the world, from now on. */
  add(player: EnginePlayer, change: PendingChange): void {
    const view = this.view(player);
    if (view === undefined) return;
    view.changes.push(change);
    view.last = change.number;
    view.pending = encodePending({ last: view.last, changes: view.changes });
    view.expiresAt = expiryOf(view.changes);
    apply(view.profile, change);
    keepPendingText(player, view.pending);
  }

  /** Forgets who has left. */
  forgetAbsent(): void {
    const present: Record<number, View | undefined> = {};
    for (const player of GetPlayersOnMap()) {
      const guid = player.GetGUIDLow();
      present[guid] = this.views[guid];
    }
    this.views = present;
  }

  private view(player: EnginePlayer): View | undefined {
    const published = publishedText(player);
    const pending = pendingText(player);
    const guid = player.GetGUIDLow();
    const known = this.views[guid];
    const isCurrent = known?.published === published && known.pending === pending && now() <= known.expiresAt;
    if (known !== undefined && isCurrent) return known;
    const view = this.read(published, pending);
    this.views[guid] = view;
    return view;
  }

  private read(published: string, pending: string): View | undefined {
    const profile = decodeProfile(published);
    if (profile === undefined) return undefined;
    const { last, changes } = decodePending(pending, profile.taken, now() - PENDING_SECONDS);
    for (const change of changes) apply(profile, change);
    return { profile, published, pending, last, changes: [...changes], expiresAt: expiryOf(changes) };
  }
}
