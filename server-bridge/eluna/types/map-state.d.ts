/**
 * What Eluna has for its map states and ALE has not: only `map-state/` calls it. Functions marked so raise in the
 * world state.
 */

/** True where one Lua state does everything: on ALE always, on Eluna in old versions. */
declare function IsCompatibilityMode(this: void): boolean;
/** Queued, and run by the world's thread as a command of the console. Text ends at its first NUL. */
declare function RunCommand(this: void, command: string): void;
/** @param repeats 0 is for ever. */
declare function CreateLuaEvent(
  this: void,
  handler: (this: void) => void,
  milliseconds: number,
  repeats: number,
): number;
/** The players on the map of this state. Raises in the world state. */
declare function GetPlayersOnMap(this: void): EnginePlayer[];

/** A table that all states share: without a lock, and numbers come back as floats. Lua may keep it: it is counted, not an object. */
declare interface EngineSharedTable {
  Get(key: string): string | number | boolean | undefined;
  Set(key: string, value: string | undefined): void;
}

declare interface EnginePlayer {
  /** One for as long as the player's object is in the core: from login to logout, whatever map it is on, also on none. */
  Data(): EngineSharedTable;
}
