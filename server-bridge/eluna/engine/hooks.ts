/**
 * The hooks that the realm registers. Ids 1 to 39 and the server ids below mean the same on ALE and on every Eluna; 54 does
 * not carry the same arguments, which the adapters even out.
 */
export const PLAYER_HOOKS = {
  /** The character is not in the world. */
  characterCreate: 1,
  /** With the low GUID. It comes before the core deletes anything, also where the core keeps the character for a restore. */
  characterDelete: 2,
  login: 3,
  logout: 4,
  killPlayer: 6,
  killCreature: 7,
  killedByCreature: 8,
  levelChange: 13,
  mapChange: 28,
  lootItem: 32,
  resurrect: 36,
  /** The engine asks for no permission. What returns false has done the command. ALE: with a ChatHandler behind the text. */
  command: 42,
  /** ALE: (player, Quest) at the turn-in. Eluna: (player, questId, status), on TrinityCore at any change of status. */
  quest: 54,
} as const;

/** Hooks that only ALE has; Eluna raises above 54. Never its 48, 49, 50, 55, 59, 60: they forbid what no handler allows. */
export const ALE_PLAYER_HOOKS = {
  rollWon: 56,
  petKill: 58,
  /** What a handler of these two returns takes the place of the amount: ours return nothing. */
  heal: 65,
  damage: 66,
} as const;

/** Hooks that only Eluna has, and one that ALE has too but does without. */
export const ELUNA_PLAYER_HOOKS = {
  questAbandon: 38,
  environmentalDeath: 40,
} as const;

/** Hooks of single spells. ALE's cast comes with the caster and the spell, Eluna's with the spell, whose caster can be asked for. */
export const ALE_SPELL_HOOKS = {
  cast: 2,
} as const;

export const ELUNA_SPELL_HOOKS = {
  cast: 1,
} as const;

export const SERVER_HOOKS = {
  update: 13,
  /** The server stops: before the players are logged out, and before `stateClose`. The world has no turn any more. */
  shutdown: 15,
  /** Before a reload and at the stop of the server; database calls still work. */
  stateClose: 16,
  /** After a reload and at the start of the server. Nothing is replayed for players who are online already. */
  stateOpen: 33,
} as const;
