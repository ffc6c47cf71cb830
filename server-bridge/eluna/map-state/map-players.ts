import { applyOperation } from "../../../shared/profile/apply-operation";
import { decodePending, encodePending, type PendingChange } from "./pending-changes";
import { keepPendingText, pendingText, publishedText } from "./shared-memory";
import { decodeProfile, type SharedProfile } from "./shared-profile";

/** A player as a map state sees it: what the world has published, with what maps have decided since on top. */
export interface View {
  readonly profile: SharedProfile;
  readonly published: string;
  pending: string;
  /** Number of the last change that was given out. */
  last: number;
  /** What the world has not taken yet. */
  readonly changes: PendingChange[];
}

/**
 * An income with a name may be a repetition, and cannot be spent before the world has taken it. Its room under the weekly cap it
 * takes at once.
 */
function apply({ state, week }: SharedProfile, change: PendingChange): void {
  const isIncome = change.kind === "earn";
  if (!isIncome || change.requestId === "") applyOperation(state, { ...change, source: "", cause: "" });
  const weekly = isIncome ? week[change.subjectId] : undefined;
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

  /** Undefined as long as the world state shows nothing of the player, which it does at the login and behind each reload. */
  view(player: EnginePlayer): View | undefined {
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

  /** Counts `change`, whose number follows the last of `view`, from now on, until the world state shows that it has taken it. */
  add(player: EnginePlayer, view: View, change: PendingChange): void {
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

  private read(published: string, pending: string): View | undefined {
    const profile = decodeProfile(published);
    if (profile === undefined) return undefined;
    const { last, changes } = decodePending(pending, profile.taken);
    for (const change of changes) apply(profile, change);
    return { profile, published, pending, last, changes: [...changes] };
  }
}
