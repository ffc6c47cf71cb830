/** Ends a registration. */
export type Cancel = (this: void) => void;

export type QuestHandler = (this: void, player: EnginePlayer, questId: number) => void;
export type KillHandler = (this: void, killer: EnginePlayer, creature: EngineCreature) => void;
export type PlayerHandler = (this: void, player: EnginePlayer) => void;
export type ItemHandler = (this: void, player: EnginePlayer, item: EngineItem, count: number) => void;
/** Shows one line to whoever gave a command. */
export type Answer = (this: void, line: string) => void;
/**
 * @param player Undefined for the console, SOAP and the like, which may do everything.
 * @param text Without the leading dot.
 * @returns false if the command has been done; undefined if it is another's.
 */
export type CommandHandler = (
  this: void,
  player: EnginePlayer | undefined,
  text: string,
  answer: Answer,
) => false | undefined;
export type CasterHandler = (this: void, caster: EngineCaster) => void;
export type AmountHandler = (this: void, player: EnginePlayer, target: EngineUnit, amount: number) => void;

/**
 * One face for all engines. Handlers get engine objects only for the time of the call: ALE and Eluna on AzerothCore kill them
 * when the hook returns, so whoever wants to remember a player keeps the low GUID. A registration for what an engine lacks does
 * nothing, and `missing` says so.
 */
export interface Engine {
  /** "ALE", "Eluna on TrinityCore" and so on, for the log. */
  readonly name: string;
  /** What this engine lacks, each with the feature that goes with it; printed at the start. */
  readonly missing: readonly string[];
  /** Called for a quest that is turned in. */
  readonly onQuestReward: (this: void, handler: QuestHandler) => void;
  /** Called for a creature that a pet or totem of the player killed. Guardians and vehicles are told by no engine. */
  readonly onPetKill: (this: void, handler: KillHandler) => void;
  /** Called for a player whom falling, water, fire and the like killed. */
  readonly onEnvironmentalDeath: (this: void, handler: PlayerHandler) => void;
  /** Called for an item that the player won by a group's roll. */
  readonly onRollWon: (this: void, handler: ItemHandler) => void;
  /** Called for all damage that players do, many times a second in a fight. */
  readonly onDamage: (this: void, handler: AmountHandler) => Cancel;
  /** Called for all healing that players do, as often. */
  readonly onHeal: (this: void, handler: AmountHandler) => Cancel;
  /** Called for each cast of the spell `spellId`, whoever casts it. */
  readonly onSpellCast: (this: void, spellId: number, handler: CasterHandler) => void;
  /** Called for every command, the core's own among them on some cores, whoever gave it. */
  readonly onCommand: (this: void, handler: CommandHandler) => void;
  /** Whether the creature is a boss: of a dungeon, a raid or the world. */
  readonly isBoss: (this: void, creature: EngineCreature) => boolean;
}

/** The player with this low GUID, if online. Only in the world state. */
export function findPlayer(guid: number): EnginePlayer | undefined {
  return GetPlayerByGUID(GetPlayerGUID(guid));
}
