import { EVENT_TYPES } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { logInfo } from "../engine/log";
import type { Realm } from "../realm/realm";
import { ChangeReceiver } from "./change-receiver";
import { CHANGE_COMMAND } from "./change-text";
import { onConsole } from "./console-channel";
import { EventReceiver } from "./event-receiver";
import { EVENT_COMMAND } from "./event-text";
import { ProfilePublisher } from "./profile-publisher";

/**
 * Says that a subscriber of the world state hears nothing of what maps keep to themselves. Takes the place of the combat sensor
 * as the observer of these types, which have no hooks on Eluna.
 */
function explainFrequentTypes(bus: EventBus): void {
  for (const { name, history } of EVENT_TYPES) {
    if (history !== false) continue;
    bus.ObserveDemand(name, (wanted) => {
      if (!wanted) return;
      logInfo(
        `${name} has a subscriber in the world state, which hears of no map: subscribe in the map states (docs/multistate.md)`,
      );
    });
  }
}

/** What must be called of it. */
export interface WorldEnd {
  /** Behind the realm's own tick, and its beginning. */
  readonly tick: (this: void) => void;
  /** The server stops: before the last logouts. */
  readonly stop: (this: void) => void;
  /** The script is about to end: before the realm does, so that what is decided now is written. */
  readonly finish: (this: void) => void;
  /** Behind the realm's end; nothing must change any more. */
  readonly withdraw: (this: void) => void;
}

/** What the world state does for those of the maps: takes their events and changes, and shows them the players' profiles. */
export function startWorldEnd(realm: Realm): WorldEnd {
  const publisher = new ProfilePublisher(realm);
  const events = new EventReceiver(realm.bus);
  const changes = new ChangeReceiver(realm, publisher);
  onConsole(EVENT_COMMAND, (json) => events.take(json));
  onConsole(CHANGE_COMMAND, (json) => changes.take(json));
  publisher.start();
  explainFrequentTypes(realm.bus);
  return {
    tick: () => {
      changes.tick();
      publisher.tick();
    },
    stop: () => changes.stop(),
    finish: () => changes.finish(),
    withdraw: () => publisher.withdraw(),
  };
}
