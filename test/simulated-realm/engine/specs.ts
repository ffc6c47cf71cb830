/** Who logs in. What a character has done is kept from its first login on; only its place can be given again. */
export interface PlayerSpec {
  readonly name: string;
  /** Low GUID. */
  readonly guid: number;
  readonly account: number;
  readonly level?: number;
  readonly race?: number;
  readonly class?: number;
  /** Copper. */
  readonly money?: number;
  /** Level of the account: 0 player, 3 administrator. */
  readonly gmRank?: number;
  readonly mapId?: number;
  readonly instanceId?: number;
  readonly difficulty?: number;
  readonly zone?: number;
  readonly area?: number;
  /** The character has been in the world before: hook 30 does not fire. */
  readonly returning?: boolean;
}

/** Where somebody is sent: an instance id other than 0 is a copy of a dungeon of its own. */
export interface Place {
  readonly mapId: number;
  readonly instanceId?: number;
  /** 0 and 1 are normal and heroic in dungeons; 0 to 3 are 10, 25, 10 heroic and 25 heroic in raids. */
  readonly difficulty?: number;
}

/** What is killed. */
export interface CreatureSpec {
  readonly entry: number;
  readonly name?: string;
  readonly level?: number;
  /** 0 normal, 1 elite, 2 rare elite, 3 boss, 4 rare. */
  readonly rank?: number;
  readonly dungeonBoss?: boolean;
  /** Experience for the killer: hook 12 fires when it is above 0. */
  readonly xp?: number;
}

export interface QuestSpec {
  readonly id: number;
  readonly level?: number;
  readonly minLevel?: number;
  readonly type?: number;
  readonly flags?: number;
  /** Id of the quest that is offered at the turn-in; 0 for none. */
  readonly nextInChain?: number;
  /** Id of the quest that follows, wherever it is offered; 0 for none. */
  readonly next?: number;
  /** Id of the quest that must come first; 0 for none. */
  readonly previous?: number;
  readonly daily?: boolean;
  readonly repeatable?: boolean;
}

export interface ItemSpec {
  readonly entry: number;
  readonly count?: number;
  readonly name?: string;
  /** 0 poor to 7 heirloom. */
  readonly quality?: number;
  readonly itemLevel?: number;
}

/** A file of the script folder: its path below the folder, and its text. */
export interface Script {
  readonly name: string;
  readonly code: string;
}
