import type { Realm } from "../realm/realm";
import { ChangeReceiver } from "./change-receiver";
import { CHANGE_COMMAND } from "./change-text";
import { onConsole } from "./console-channel";
import { EventReceiver } from "./event-receiver";
import { EVENT_COMMAND } from "./event-text";
import { ProfilePublisher } from "./profile-publisher";

/**
 * What the world's state does for those of the maps: takes their events and changes, and shows them the players' profiles.
 *
 * @returns What must be called behind the realm's own tick, its beginning and its end.
 */
export function startWorldEnd(realm: Realm): ProfilePublisher {
  const publisher = new ProfilePublisher(realm);
  const events = new EventReceiver(realm.bus);
  const changes = new ChangeReceiver(realm, publisher);
  onConsole(EVENT_COMMAND, (json) => events.take(json));
  onConsole(CHANGE_COMMAND, (json) => changes.take(json));
  publisher.start();
  return publisher;
}
