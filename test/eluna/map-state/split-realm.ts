import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import type { Place, Script } from "../../simulated-realm/engine/specs";
import { pass, type Realm, realmScripts, startRealm } from "../support/realm";

/** The engines that are tested with states of maps. */
export const SPLIT_ENGINES: readonly EngineName[] = ["eluna-azerothcore", "eluna-trinitycore"];

/** Where Thrall, of low GUID 7, is: a copy of Utgarde Keep. */
export const KEEP: Place = { mapId: 574, instanceId: 5 };
export const NORTHREND: Place = { mapId: 571 };

export const KELESETH = { entry: 23953, rank: 1, dungeonBoss: true };

/** A realm on the migrated tables with a Lua state for each map, and Thrall in the keep. */
export function splitRealm(engine: EngineName, scripts: readonly Script[] = []): Realm {
  const realm = startRealm({ engine, mapStates: true, scripts: [...realmScripts(), ...scripts] });
  pass(realm, 2000);
  realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, ...KEEP });
  pass(realm, 200);
  return realm;
}

/** What the chunk returns in the state of the keep. */
export function inKeep(realm: Realm, code: string): unknown[] {
  return realm.world.run(code, KEEP);
}

/** The lines of the log in which `text` stands. */
export function linesWith(realm: Realm, text: string): string[] {
  return realm.log.filter((line) => line.includes(text));
}
