import { NUMBER_TYPES } from "../catalog/number-types";

/** A player as scripts have one: the low GUID, or the engine's object. */
export type PlayerReference = number | { GetGUIDLow(): number };

/** What an engine's object is to Lua, which JavaScript does not have. */
const USERDATA: string = "userdata";

function isObject(value: unknown): value is Partial<{ GetGUIDLow(): number }> {
  const kind: string = typeof value;
  return (kind === "object" || kind === USERDATA) && value !== null;
}

function isLowGuid(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= NUMBER_TYPES.u32.maximum && value % 1 === 0;
}

/** The low GUID, 0 to 2^32 - 1, that `player` stands for; undefined if it is nothing of the kind. */
export function lowGuidOf(player: unknown): number | undefined {
  const guid = isObject(player) ? player.GetGUIDLow?.() : player;
  return isLowGuid(guid) ? guid : undefined;
}
