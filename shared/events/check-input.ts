import type { Complaint } from "../language/complaint";
import { NUMBER_TYPES } from "../catalog/number-types";
import { textOf } from "../language/text-of";
import { MAXIMUM_SOURCE_LENGTH } from "../profile/check-arguments";
import type { Channel } from "./channel";
import type { EventInput } from "./event";

export type Channels = Readonly<Record<string, Channel | undefined>>;

export function unknownType(type: unknown): string {
  if (type === undefined) return "EventBus: the event type is nil; DC.EventType has no key for it";
  return `EventBus: unknown event type '${textOf(type)}'; name it to RegisterEventType first`;
}

/** What is wrong with a name for an event type: it has to fit where the ledger keeps the cause of a change. */
export function checkTypeName(name: unknown): Complaint {
  if (typeof name === "string" && name !== "" && name.length <= MAXIMUM_SOURCE_LENGTH) return undefined;
  return `an event type is a string of 1 to ${MAXIMUM_SOURCE_LENGTH} bytes`;
}

/** The largest low GUID. */
export const LARGEST_PLAYER = NUMBER_TYPES.u32.maximum;

/**
 * What is wrong with an event that somebody wants to publish, or nothing. An engine's object for the player would be dead in the
 * history, and break whoever reads it there.
 *
 * @param channels The types that are known; undefined where any name may become one.
 */
export function problemOf(channels: Channels | undefined, input: EventInput): string | undefined {
  if (type(input) !== "table") return "EventBus: an event is a table with a type, published with a colon";
  if (channels !== undefined && channels[input.type] === undefined) return unknownType(input.type);
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
