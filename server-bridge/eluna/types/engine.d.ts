/**
 * What the realm uses of the engines, as ALE and Eluna have it. Only the adapters in `engine/` and the gateway call
 * these; a test holds every name against the engines' own lists.
 */

/** A row set. The first row is current already; columns count from 0. */
declare interface EngineQuery {
  IsNull(column: number): boolean;
  GetString(column: number): string;
  NextRow(): boolean;
}

declare interface EngineMap {
  IsRaid(): boolean;
  IsDungeon(): boolean;
  IsHeroic(): boolean;
  GetMapId(): number;
  /** 0 on a map that is no copy. */
  GetInstanceId(): number;
  GetPlayers(): EnginePlayer[];
}

declare interface EngineGroup {
  /** Takes the 64-bit GUID, not the low one. */
  IsMember(guid: EngineGuid): boolean;
}

/** A 64-bit value as userdata: never a table key, never compared with a number. */
declare interface EngineGuid {
  readonly __engineGuid: never;
}

/** A player or a creature; the entry of a player is 0. */
declare interface EngineUnit {
  GetEntry(): number;
  /** Counts players and creatures apart. */
  GetGUIDLow(): number;
}

declare interface EnginePlayer extends EngineUnit {
  GetGUID(): EngineGuid;
  IsAlive(): boolean;
  HasAura(spellId: number): boolean;
  GetName(): string;
  GetAccountId(): number;
  /** 0 for a player, 1 and up for game masters. */
  GetGMRank(): number;
  GetLevel(): number;
  GetMap(): EngineMap;
  GetMapId(): number;
  GetGroup(): EngineGroup | undefined;
  /** One line of the chat. */
  SendBroadcastMessage(line: string): void;
}

/** Answers whoever gave a command. Only ALE has it. */
declare interface EngineChatHandler {
  SendSysMessage(line: string): void;
}

declare interface EngineCreature extends EngineUnit {
  GetLevel(): number;
  GetRank(): number;
  IsElite(): boolean;
  IsDungeonBoss(): boolean;
  IsWorldBoss(): boolean;
  GetMap(): EngineMap;
}

declare interface EngineSpell {
  /** A player, a creature or, on TrinityCore, a gameobject. */
  GetCaster(): EngineCaster;
}

/** What casts a spell stands on a map. */
declare interface EngineCaster {
  GetMap(): EngineMap;
}

declare interface EngineItem {
  GetEntry(): number;
  /** 0 poor, 1 common, 2 uncommon, 3 rare, 4 epic, 5 legendary, 6 artifact, 7 heirloom. */
  GetQuality(): number;
}

declare interface EngineQuest {
  GetId(): number;
  HasFlag(flag: number): boolean;
  IsRepeatable(): boolean;
  GetPrevQuestId(): number;
  GetNextQuestId(): number;
  GetNextQuestInChain(): number;
}

declare function GetLuaEngine(this: void): string;
declare function GetCoreName(this: void): string;
declare function GetStateMapId(this: void): number;
declare function GetRealmID(this: void): number;
declare function GetPlayersInWorld(this: void): EnginePlayer[];
declare function GetPlayerGUID(this: void, lowGuid: number): EngineGuid;
declare function GetPlayerByGUID(this: void, guid: EngineGuid): EnginePlayer | undefined;
/** Takes the name as it is written: first letter in upper case. */
declare function GetPlayerByName(this: void, name: string): EnginePlayer | undefined;
declare function GetQuest(this: void, questId: number): EngineQuest | undefined;
declare function CharDBQuery(this: void, sql: string): EngineQuery | undefined;
declare function CharDBExecute(this: void, sql: string): void;
declare function PrintInfo(this: void, text: string): void;
declare function PrintError(this: void, text: string): void;

declare type EngineHandler = (this: void, event: number, ...values: never[]) => boolean | void;
/** The function that it gives ends the registration. */
declare function RegisterPlayerEvent(this: void, hook: number, handler: EngineHandler): (this: void) => void;
/** cMaNGOS has none, nor has ALE of before 2025. */
declare function RegisterSpellEvent(this: void, spellId: number, hook: number, handler: EngineHandler): void;
declare function RegisterServerEvent(this: void, hook: number, handler: EngineHandler): void;
