import { EventType } from "../../../shared/catalog/event-types";
import { FIELD_INDEX } from "../../../shared/catalog/profile-fields";
import type { EventBus } from "../../../shared/events/event-bus";
import { PLAYER_HOOKS } from "../engine/hooks";
import type { Sessions } from "../players/sessions";

/** Login and logout. A connection that breaks is a logout a minute later; one that comes back before fires nothing. */
export function startSessionSensor(bus: EventBus, sessions: Sessions): void {
  RegisterPlayerEvent(PLAYER_HOOKS.login, (_event, player: EnginePlayer) => {
    const guid = player.GetGUIDLow();
    const account_id = player.GetAccountId();
    const record = sessions.begin(guid, account_id);
    const first = record.loaded && record.state.fields[FIELD_INDEX.total_logins] === 0;
    bus.Publish({ type: EventType.PLAYER_LOGIN, player: guid, data: { account_id, first } });
  });
  RegisterPlayerEvent(PLAYER_HOOKS.logout, (_event, player: EnginePlayer) => {
    const guid = player.GetGUIDLow();
    const data = { session_seconds: sessions.lasted(guid) };
    bus.Publish({ type: EventType.PLAYER_LOGOUT, player: guid, data });
    sessions.end(guid);
  });
}
