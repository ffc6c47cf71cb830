import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { PlayerProfileManager } from "../realm/player-profile-manager";
import type { Realm } from "../realm/realm";

/** The global `DC`: what other scripts of the server see. */
export interface DcGlobal {
  readonly Version: string;
  readonly EventType: typeof EventType;
  readonly EventBus: EventBus;
  readonly PlayerProfile: PlayerProfileManager;
}

declare global {
  var DC: DcGlobal;
}

export function dcGlobal(realm: Realm): DcGlobal {
  return {
    Version: realm.version,
    EventType,
    EventBus: realm.bus,
    PlayerProfile: realm.profiles,
  };
}
