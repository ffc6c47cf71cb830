import type { Command, CommandTarget } from "./command";
import { inLines } from "./text";

function tablesLine({ link }: CommandTarget): string {
  const boot = link.boot();
  const realm = `realm ${GetRealmID().toFixed(0)}`;
  return boot === undefined
    ? `tables: waiting for them, everything works from memory (${realm})`
    : `tables: open, boot ${boot.toFixed(0)} of ${realm}`;
}

function droppedLine({ realm }: CommandTarget): string {
  const { malformed, tooMany } = realm.gateway.drops.dropped;
  const parts = `(malformed ${malformed.toFixed(0)}, too many ${tooMany.toFixed(0)})`;
  return `${(malformed + tooMany).toFixed(0)} messages dropped ${parts}`;
}

function systemTexts({ realm }: CommandTarget): string[] {
  const texts: string[] = [];
  for (const { name, state, reason, errors } of realm.systems.List()) {
    const why = reason === undefined ? "" : ` (${reason})`;
    const failures = errors === 0 ? "" : ` (${errors.toFixed(0)} errors)`;
    texts.push(`${name} ${state}${why}${failures}`);
  }
  return texts;
}

export const status: Command = (target, caller) => {
  const { realm, engine } = target;
  const inMemory = realm.players.records.guids().length.toFixed(0);
  const online = realm.players.records.online().length.toFixed(0);
  caller.say(`DCIntegration ${realm.version} on ${engine.name}, ${_VERSION}`);
  caller.say(tablesLine(target));
  caller.say(`players: ${online} online, ${inMemory} in memory`);
  caller.say(`${realm.journal.pendingCount().toFixed(0)} operations not in the tables yet`);
  caller.say(droppedLine(target));
  for (const line of inLines("systems:", systemTexts(target))) caller.say(line);
  return undefined;
};
