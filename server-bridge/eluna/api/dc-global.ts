import { EventType } from "../../../shared/catalog/event-types";
import type { Emitters } from "../../../shared/emit/event-emitters";
import type { EventBus } from "../../../shared/events/event-bus";
import type { SynergyManager } from "../../../shared/synergies/synergy-manager";
import type { SystemRegistry } from "../../../shared/systems/system-registry";
import type { Dropped } from "../gateway/drop-report";
import type { MapProfile } from "../map-state/map-profile";
import type { PlayerProfileManager } from "./player-profile-manager";
import type { Realm } from "../realm/realm";

/** The global `DC`: what other scripts of the server see. */
export interface DcGlobal {
  readonly Version: string;
  readonly EventType: typeof EventType;
  readonly EventBus: EventBus;
  readonly DroppedMessages: Readonly<Dropped>;
  readonly PlayerProfile: PlayerProfileManager;
  readonly SystemRegistry: SystemRegistry;
  readonly Synergy: SynergyManager;
  /** One emitter for each event type: `DC.Emit.MythicRunComplete(player, { level = 15, in_time = true })`. */
  readonly Emit: Emitters;
}

/** What there is of `DC` in a map state: the rest is nil there. */
export interface MapStateGlobal extends Pick<DcGlobal, "Version" | "EventType" | "EventBus" | "Emit"> {
  readonly PlayerProfile: MapProfile;
}

declare global {
  var DC: DcGlobal | MapStateGlobal;
}

export function dcGlobal(realm: Realm): DcGlobal {
  return {
    Version: realm.version,
    EventType,
    EventBus: realm.bus,
    DroppedMessages: realm.gateway.drops.dropped,
    PlayerProfile: realm.profiles,
    SystemRegistry: realm.systems,
    Synergy: realm.synergies,
    Emit: realm.emit,
  };
}
