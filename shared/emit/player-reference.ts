import { NUMBER_TYPES } from "../catalog/number-types";

/** A player as scripts have one: the low GUID, or the engine's object. */
export type PlayerReference = number | { GetGUIDLow(): number };

/** What the engines have on all their objects, and what is asked of a table that stands for a player. */
interface EngineObject {
  ToPlayer(): EngineObject | undefined;
  GetGUIDLow(): number;
}

/** What an engine's object is to Lua, which JavaScript does not have. */
const USERDATA: string = "userdata";

function isLowGuid(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= NUMBER_TYPES.u32.maximum && value % 1 === 0;
}

/** A creature has a low GUID, too, and it is some character's: only a player's counts. */
function askForGuid(object: EngineObject): number | undefined {
  const kind: string = typeof object;
  return kind === USERDATA ? object.ToPlayer()?.GetGUIDLow() : object.GetGUIDLow();
}

/** The low GUID, 0 to 2^32 - 1, that `player` stands for; undefined if it is nothing of the kind. */
export function lowGuidOf(player: unknown): number | undefined {
  if (typeof player === "number") return isLowGuid(player) ? player : undefined;
  // An object that is kept beyond its hook raises an error that does not tell the line of the one who kept it.
  const [succeeded, guid] = pcall(askForGuid, player as EngineObject);
  return succeeded && isLowGuid(guid) ? guid : undefined;
}
