import { addItem } from "../activities/items";
import { learnSpell } from "../activities/learning";
import { setLevel } from "../activities/level";
import { changeMoney } from "../activities/money";
import { completeQuest, rewardQuest } from "../activities/quests";
import { leaveMap } from "../players/travel";
import { int32, uint32 } from "../objects/arguments";
import { push } from "../objects/engine-value";
import type { PlayerEntity } from "../objects/entity";
import type { Method } from "../objects/method";

/** What scripts do to a player; each fires the hooks that the action has in the core. */
export const PLAYER_ACTION_METHODS: Record<string, Method<PlayerEntity>> = {
  SetLevel: (state, player, level) => {
    setLevel(state.world, player, uint32("SetLevel", 1, level));
  },
  ModifyMoney: (state, player, amount) => {
    changeMoney(state.world, player, int32("ModifyMoney", 1, amount));
  },
  AddItem: (state, player, entry, count) =>
    push(
      state,
      addItem(state.world, player, {
        entry: uint32("AddItem", 1, entry),
        count: uint32("AddItem", 2, count, 1),
      }),
    ),
  SetKnownTitle: (_state, player, title) => {
    player.character.titles[uint32("SetKnownTitle", 1, title)] = true;
  },
  UnsetKnownTitle: (_state, player, title) => {
    player.character.titles[uint32("UnsetKnownTitle", 1, title)] = false;
  },
  LearnSpell: (state, player, spell) => {
    learnSpell(state.world, player, uint32("LearnSpell", 1, spell));
  },
  CompleteQuest: (state, player, quest) => {
    completeQuest(state.world, player, uint32("CompleteQuest", 1, quest));
  },
  RewardQuest: (state, player, quest) => {
    rewardQuest(state.world, player, uint32("RewardQuest", 1, quest));
  },
  Teleport: (state, player, mapId) => {
    leaveMap(state.world, player, { mapId: uint32("Teleport", 1, mapId) });
    return true;
  },
};
