import { type BridgePresence, loadBridges } from "../tables/bridge-presence";
import { migratedVersion, SCHEMA_VERSION } from "../tables/schema-gate";
import type { Command, CommandTarget } from "./command";
import { inLines } from "./text";

/** Milliseconds of silence after which a bridge, which reports every five seconds, is not at work any more. */
const BRIDGE_LOST = 20000;

function engineLines({ engine }: CommandTarget): string[] {
  const lines = [`engine: ${engine.name} lacks ${engine.missing.length === 0 ? "nothing" : "this:"}`];
  for (const missing of engine.missing) lines.push(`  ${missing}`);
  return lines;
}

function databaseLine({ link }: CommandTarget): string {
  const version = migratedVersion();
  const words = `the database answers, the tables are at version ${version.toFixed(0)}`;
  if (version < SCHEMA_VERSION)
    return `tables: PROBLEM, ${words}, ${SCHEMA_VERSION} is needed: start the bridge`;
  return `tables: ${words}${link.boot() === undefined ? ", and will be opened in a moment" : ""}`;
}

function seen({ id, version, seenAgo }: BridgePresence): string {
  return `${id}, version ${version}, seen ${seenAgo.toFixed(0)} ms ago`;
}

function bridgeLines({ link }: CommandTarget): string[] {
  if (link.boot() === undefined) return ["bridge: PROBLEM, none has been seen: the tables are not there"];
  const bridges = loadBridges();
  const [newest] = bridges;
  if (newest === undefined) return ["bridge: PROBLEM, none has been seen for a day: start dc-bridge"];
  if (newest.seenAgo > BRIDGE_LOST) return [`bridge: PROBLEM, none is at work, the last was ${seen(newest)}`];
  const lines: string[] = [];
  for (const bridge of bridges) if (bridge.seenAgo <= BRIDGE_LOST) lines.push(`bridge: ${seen(bridge)}`);
  return lines;
}

function addonTexts({ realm }: CommandTarget): string[] {
  const players: Record<string, number> = {};
  for (const guid of realm.players.records.online()) {
    const version = realm.gateway.clientVersion(guid) ?? "without";
    players[version] = (players[version] ?? 0) + 1;
  }
  const texts: string[] = [];
  for (const [version, count] of pairs(players)) texts.push(`${version} ${count.toFixed(0)}`);
  table.sort(texts);
  return texts;
}

function addonLines(target: CommandTarget): string[] {
  if (!target.realm.gateway.isConnected()) return ["addons: PROBLEM, AIO is not on this server"];
  return inLines("addons, players by version:", addonTexts(target));
}

/** Says PROBLEM where something is to be done. */
export const doctor: Command = (target, caller) => {
  for (const line of engineLines(target)) caller.say(line);
  caller.say(databaseLine(target));
  for (const line of bridgeLines(target)) caller.say(line);
  for (const line of addonLines(target)) caller.say(line);
  return undefined;
};
