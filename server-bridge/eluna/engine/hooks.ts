/**
 * The hooks that the realm registers. Ids 1 to 39 and the server ids below mean the same on ALE and on every Eluna; 54 does
 * not carry the same arguments, which the adapters even out.
 */
export const PLAYER_HOOKS = {
  login: 3,
  logout: 4,
  killPlayer: 6,
  killCreature: 7,
  levelChange: 13,
  /** ALE: (player, Quest) at the turn-in. Eluna: (player, questId, status) at any change of status. */
  quest: 54,
} as const;

export const SERVER_HOOKS = {
  update: 13,
  /** Before a reload and at the stop of the server; database calls still work. */
  stateClose: 16,
  /** After a reload and at the start of the server. Nothing is replayed for players who are online already. */
  stateOpen: 33,
} as const;
