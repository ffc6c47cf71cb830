import { dcGlobal } from "./api/dc-global";
import { detectEngine } from "./engine/detect-engine";
import { SERVER_HOOKS } from "./engine/hooks";
import { logInfo } from "./engine/log";
import { DatabaseLink } from "./realm/database-link";
import { Realm } from "./realm/realm";
import { startKillSensor } from "./sensors/kill-sensor";
import { startProgressSensor } from "./sensors/progress-sensor";
import { startSessionSensor } from "./sensors/session-sensor";
import { VERSION } from "./version";

/** The realm in the world state, which on ALE is the only one. */
function startWorld(): void {
  const engine = detectEngine();
  const realm = new Realm(VERSION);
  const link = new DatabaseLink(realm, engine.name);
  DC = dcGlobal(realm);
  logInfo(`version ${VERSION} on ${engine.name}, ${_VERSION}`);
  for (const missing of engine.missing) logInfo(`${engine.name} lacks ${missing}`);

  startSessionSensor(realm.bus, realm.sessions);
  startKillSensor(realm.bus, engine);
  startProgressSensor(realm.bus, engine);
  realm.gateway.start();
  link.look();

  RegisterServerEvent(SERVER_HOOKS.update, (_event, elapsed: number) => {
    link.tick(elapsed);
    realm.tick();
  });
  RegisterServerEvent(SERVER_HOOKS.stateOpen, () => {
    for (const player of GetPlayersInWorld()) {
      realm.sessions.begin(player.GetGUIDLow(), player.GetAccountId());
    }
  });
  RegisterServerEvent(SERVER_HOOKS.stateClose, () => realm.journal.flushAndWait());
}

if (GetStateMapId() === -1) startWorld();
