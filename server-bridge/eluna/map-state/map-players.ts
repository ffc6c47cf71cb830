import { applyOperation } from "../../../shared/profile/apply-operation";
import { decodePending, encodePending, type PendingChange } from "./pending-changes";
import { keepPendingText, pendingText, publishedText } from "./shared-memory";
import { decodeProfile, type SharedProfile } from "./shared-profile";

/** A player as a map's state sees it: what the world has published, with what maps have decided since on top. */
interface View {
  readonly profile: SharedProfile;
  readonly published: string;
  pending: string;
  last: number;
  changes: PendingChange[];
}

/**
 * An income that the world may still refuse cannot be spent before it has taken it: one with a name, which may be a repetition,
 * and one with a weekly cap, whose room may be used up. It takes its own room at once.
 */
function apply({ state, week }: SharedProfile, change: PendingChange): void {
  const weekly = change.kind === "earn" ? week[change.subjectId] : undefined;
  const mayBeRefused = weekly !== undefined || (change.kind === "earn" && change.isNamed);
  if (!mayBeRefused) applyOperation(state, { ...change, source: "", cause: "" });
  if (weekly !== undefined) weekly.earned += change.amount;
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

  /** Undefined as long as the world's state shows nothing of the player, which it does at the login and behind each reload. */
  profile(player: EnginePlayer): SharedProfile | undefined {
    return this.view(player)?.profile;
  }

  /** The number of the next change. */
  nextNumber(player: EnginePlayer): number {
    return (this.view(player)?.last ?? 0) + 1;
  }

  /** Counts `change` from now on, until the world's state shows that it has taken it. */
  add(player: EnginePlayer, change: PendingChange): void {
    const view = this.view(player);
    if (view === undefined) return;
    view.changes.push(change);
    view.last = change.number;
    view.pending = encodePending({ last: view.last, changes: view.changes });
    apply(view.profile, change);
    keepPendingText(player.Data(), view.pending);
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
    const data = player.Data();
    const published = publishedText(data);
    const pending = pendingText(data);
    const guid = player.GetGUIDLow();
    const known = this.views[guid];
    if (known !== undefined && known.published === published && known.pending === pending) return known;
    const view = this.read(published, pending);
    this.views[guid] = view;
    return view;
  }

  private read(published: string, pending: string): View | undefined {
    const profile = decodeProfile(published);
    if (profile === undefined) return undefined;
    const { last, changes } = decodePending(pending, profile.taken);
    for (const change of changes) apply(profile, change);
    return { profile, published, pending, last, changes: [...changes] };
  }
}
