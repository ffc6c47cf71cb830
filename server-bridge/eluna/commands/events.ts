import type { Event } from "../../../shared/events/event";
import type { EventBus } from "../../../shared/events/event-bus";
import { textOf } from "../../../shared/language/text-of";
import { now } from "../engine/clock";
import type { Command } from "./command";
import { inLines } from "./text";

const SHOWN = 10;

function valueText(value: unknown): string {
  return typeof value === "number" && value % 1 === 0 ? value.toFixed(0) : textOf(value);
}

function eventText({ player, data, timestamp }: Event): string {
  const words: string[] = [];
  for (const [key, value] of pairs(data)) words.push(`${textOf(key)}=${valueText(value)}`);
  table.sort(words);
  const about = player === 0 ? "the realm" : `player ${player.toFixed(0)}`;
  return `${(now() - timestamp).toFixed(0)} s ago, ${about}: ${words.join(" ")}`;
}

function published(bus: EventBus, type: string): number {
  for (const row of bus.GetStatistics()) if (row.type === type) return row.published;
  return 0;
}

function countTexts(bus: EventBus): string[] {
  const texts: string[] = [];
  for (const row of bus.GetStatistics()) {
    if (row.published > 0) texts.push(`${row.type} ${row.published.toFixed(0)}`);
  }
  return texts;
}

export const events: Command = ({ realm: { bus } }, caller, [word]) => {
  if (word === undefined) {
    for (const line of inLines("events since the start:", countTexts(bus))) caller.say(line);
    return undefined;
  }
  const type = bus.HasEventType(word) ? word : word.toUpperCase();
  if (!bus.HasEventType(type)) return `there is no event type '${word}'`;
  caller.say(`${type}: ${published(bus, type).toFixed(0)} since the start`);
  for (const event of bus.GetRecentEvents(type, SHOWN)) caller.say(eventText(event));
  return undefined;
};
