import type { Event, EventData, EventInput } from "../../shared/events/event";
import { ADDON_EVENTS } from "./addon-events";

/** Arguments with their count, so that a nil among them, or at the end, stays. */
export interface PackedArguments {
  readonly values: readonly unknown[];
  readonly count: number;
}

/** An event that came from `Fire` and remembers the arguments as they were given, where the catalog has no names. */
interface FiredEvent extends EventInput {
  readonly packed?: PackedArguments;
}

function namedData(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (name !== undefined) data[name] = values[index];
  }
  return data;
}

/**
 * The bus's event for `Fire(name, ...)`. Subscribers read the addon's own events by the names in the catalog, another
 * event by its one table, or else by position.
 */
export function toEventInput(name: string, packed: PackedArguments): EventInput {
  const names = ADDON_EVENTS[name];
  if (names !== undefined) return { type: name, data: namedData(names, packed.values) as EventData };
  const [first] = packed.values;
  const data = packed.count === 1 && type(first) === "table" ? first : packed.values;
  const input: FiredEvent = { type: name, data: data as EventData, packed };
  return input;
}

/** What a callback gets behind the event's name: what was fired, or what `Publish` gave, in the order of the catalog. */
export function toArguments(event: Event): PackedArguments {
  const { packed } = event as FiredEvent;
  if (packed !== undefined) return packed;
  const names = ADDON_EVENTS[event.type];
  if (names === undefined) return { values: [event.data], count: 1 };
  const values: unknown[] = [];
  const data: Record<string, unknown> = event.data as EventData;
  for (let index = 0; index < names.length; index++) values[index] = data[names[index] ?? ""];
  return { values, count: names.length };
}
