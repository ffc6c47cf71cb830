import { dcGlobal } from "./api/dc-global";
import { startCommands } from "./commands/run-command";
import { detectEngine } from "./engine/detect-engine";
import { SERVER_HOOKS } from "./engine/hooks";
import { logInfo } from "./engine/log";
import { startMapState } from "./map-state/start-map-state";
import { startWorldEnd } from "./map-state/start-world-end";
import { DatabaseLink } from "./realm/database-link";
import { Realm } from "./realm/realm";
import { startCharacterSensor } from "./sensors/character-sensor";
import { startSessionSensor } from "./sensors/session-sensor";
import { startMapSensors } from "./sensors/start-sensors";
import { VERSION } from "./version";

/** The realm in the world state, which on ALE is the only one. */
function startWorld(): void {
  const engine = detectEngine();
  const realm = new Realm(VERSION);
  const link = new DatabaseLink(realm, engine.name);
  DC = dcGlobal(realm);
  logInfo(`version ${VERSION} on ${engine.name}, ${_VERSION}`);
  for (const missing of engine.missing) logInfo(`${engine.name} lacks ${missing}`);

  startCharacterSensor(realm.characters);
  startSessionSensor(realm.bus, realm.sessions);
  startMapSensors(realm.bus, engine, { bosses: realm.dungeonBosses, settings: realm.settings });
  startCommands({ realm, link, engine });
  const maps = IsCompatibilityMode() ? undefined : startWorldEnd(realm);
  realm.gateway.start();
  link.look();

  RegisterServerEvent(SERVER_HOOKS.update, (_event, elapsed: number) => {
    realm.clock.startTick();
    realm.beginTick();
    realm.boundary.run("the link to the tables", () => link.tick(elapsed));
    realm.tick(elapsed);
    if (maps !== undefined) realm.boundary.run("the maps", () => maps.tick());
  });
  RegisterServerEvent(SERVER_HOOKS.shutdown, () => {
    if (maps !== undefined) maps.stop();
  });
  RegisterServerEvent(SERVER_HOOKS.stateOpen, () => {
    realm.begin();
    if (maps !== undefined) realm.boundary.run("the maps", () => maps.tick());
  });
  RegisterServerEvent(SERVER_HOOKS.stateClose, () => {
    if (maps !== undefined) realm.boundary.run("the maps", () => maps.finish());
    realm.close();
    if (maps !== undefined) realm.boundary.run("the maps", () => maps.withdraw());
  });
}

if (GetStateMapId() === -1) startWorld();
else startMapState();
