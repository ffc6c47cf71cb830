import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import type { Place, Script } from "../../simulated-realm/engine/specs";
import { pass, type Realm, realmScripts, startRealm } from "../support/realm";

/** The engines that are tested with map states. */
export const SPLIT_ENGINES: readonly EngineName[] = ["eluna-azerothcore", "eluna-trinitycore"];

/** Where Thrall, of low GUID 7, is: a copy of Utgarde Keep. */
export const KEEP: Place = { mapId: 574, instanceId: 5 };
export const NORTHREND: Place = { mapId: 571 };

export const KELESETH = { entry: 23953, rank: 1, dungeonBoss: true };

/** The currency of these specs; it has no weekly cap. */
export const TOKENS = 100;

/** The largest balance. In a string it needs `toFixed(0)`: Lua writes a number of so many digits with an exponent. */
export const MOST = 9007199254740991;

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

/** Gives Thrall tokens in the world state, and shows them to the maps. */
export function give(realm: Realm, amount: number): void {
  realm.world.run(`DC.PlayerProfile:AddCurrency(7, ${TOKENS}, ${amount.toFixed(0)}, "test")`);
  pass(realm, 100);
}

/** What `DC.PlayerProfile:<call>` returns in the world state, or in a map's. */
export function profile(realm: Realm, call: string, place?: Place): unknown[] {
  const [...values] = realm.world.run(`return DC.PlayerProfile:${call}`, place);
  return values;
}

/** Thrall's tokens as the world state or a map's sees them. */
export function balance(realm: Realm, place?: Place): unknown {
  return profile(realm, `GetCurrency(7, ${TOKENS})`, place)[0];
}

/** Whether a spend of Thrall's tokens was answered with true, by the world state or by a map's. */
export function spends(realm: Realm, amount: number, place?: Place): boolean {
  return profile(realm, `SpendCurrency(7, ${TOKENS}, ${amount.toFixed(0)}, "vendor")`, place)[0] === true;
}

/** What the world state or a map's answers to an income of Thrall's tokens. */
export function earns(realm: Realm, amount: number, place?: Place, requestId?: string): unknown[] {
  const name = requestId === undefined ? "" : `, "${requestId}"`;
  return profile(realm, `AddCurrency(7, ${TOKENS}, ${amount.toFixed(0)}, "chest"${name})`, place);
}

/** The lines of the log in which `text` stands. */
export function linesWith(realm: Realm, text: string): string[] {
  return realm.log.filter((line) => line.includes(text));
}
