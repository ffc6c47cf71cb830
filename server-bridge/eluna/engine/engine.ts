/**
 * One face for all engines. Handlers get engine objects only for the time of the call: ALE and Eluna on AzerothCore kill them
 * when the hook returns, so whoever wants to remember a player keeps the low GUID.
 */
export interface Engine {
  /** "ALE", "Eluna on TrinityCore" and so on, for the log. */
  readonly name: string;
  /** What this engine lacks, each with the feature that goes with it; printed at the start. */
  readonly missing: readonly string[];
  /** Called for a quest that is turned in. */
  readonly onQuestReward: (
    this: void,
    handler: (this: void, player: EnginePlayer, questId: number) => void,
  ) => void;
  /** Whether the creature is a boss: of a dungeon, a raid or the world. */
  readonly isBoss: (this: void, creature: EngineCreature) => boolean;
}

/** The player with this low GUID, if online. Only in the world state. */
export function findPlayer(guid: number): EnginePlayer | undefined {
  return GetPlayerByGUID(GetPlayerGUID(guid));
}
