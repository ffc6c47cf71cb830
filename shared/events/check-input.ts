import { NUMBER_TYPES } from "../catalog/number-types";
import { textOf } from "../language/text-of";
import type { Channel } from "./channel";
import type { EventInput } from "./event";

export type Channels = Readonly<Record<string, Channel | undefined>>;

export function unknownType(type: unknown): string {
  if (type === undefined) return "EventBus: the event type is nil; DC.EventType has no key for it";
  return `EventBus: unknown event type '${textOf(type)}'; name it to RegisterEventType first`;
}

/** The largest low GUID. */
export const LARGEST_PLAYER = NUMBER_TYPES.u32.maximum;

/**
 * What is wrong with an event that somebody wants to publish, or nothing. An engine's object for the player would be dead in the
 * history, and break whoever reads it there.
 */
export function problemOf(channels: Channels, input: EventInput): string | undefined {
  if (type(input) !== "table") return "EventBus: an event is a table with a type, published with a colon";
  if (channels[input.type] === undefined) return unknownType(input.type);
  const { player, data, timestamp } = input;
  if (
    player !== undefined &&
    (type(player) !== "number" || player % 1 !== 0 || player < 0 || player > LARGEST_PLAYER)
  )
    return `EventBus: player must be a low GUID, 0 for the realm, not ${textOf(player)}`;
  if (data !== undefined && type(data) !== "table")
    return `EventBus: data must be a table, not ${textOf(data)}`;
  if (timestamp !== undefined && (type(timestamp) !== "number" || !(timestamp >= 0)))
    return `EventBus: timestamp must be Unix seconds, not ${textOf(timestamp)}`;
  return undefined;
}
