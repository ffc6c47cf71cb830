import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import { pass, type Realm, startRealm } from "../support/realm";

/** Low GUIDs of those who are online. */
export const THRALL = 7;
export const JAINA = 8;
export const ARTHAS = 9;

/** A realm on the migrated tables, with an administrator, a moderator and a player. */
export function realmWithStaff(engine: EngineName): Realm {
  const realm = startRealm({ engine });
  pass(realm, 100);
  realm.world.login({ name: "Thrall", guid: THRALL, account: 1, level: 80, gmRank: 3 });
  realm.world.login({ name: "Jaina", guid: JAINA, account: 2, level: 80, gmRank: 1 });
  realm.world.login({ name: "Arthas", guid: ARTHAS, account: 3, level: 80 });
  pass(realm, 200);
  return realm;
}

/** What stands before an answer in the log of the double. */
function answerMark(engine: EngineName, caller: string | undefined): string {
  if (caller !== undefined) return `[to ${caller}] `;
  return engine === "ale" ? "[to console] " : "[DCIntegration] ";
}

/** Gives a command, of the console without a name, and returns the lines that answer it. */
export function ask(realm: Realm, caller: string | undefined, text: string): string[] {
  const first = realm.log.length;
  realm.world.command(caller, text);
  const mark = answerMark(realm.world.world.engine, caller);
  const lines: string[] = [];
  for (let index = first; index < realm.log.length; index++) {
    const line = realm.log[index] ?? "";
    if (line.startsWith(mark)) lines.push(line.substring(mark.length));
  }
  return lines;
}

/** The one answer to a command that has one line of it. */
export function askOne(realm: Realm, caller: string | undefined, text: string): string {
  const lines = ask(realm, caller, text);
  if (lines.length !== 1) error(`'${text}' was answered with ${lines.length} lines: ${lines.join(" | ")}`);
  return lines[0] ?? "";
}
