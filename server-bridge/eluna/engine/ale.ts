import type { Engine } from "./engine";
import { PLAYER_HOOKS } from "./hooks";

/** ALE, AzerothCore's own engine: one Lua state, every hook. */
export function aleEngine(): Engine {
  return {
    name: "ALE",
    missing: [],
    onQuestReward: (handler) => {
      RegisterPlayerEvent(PLAYER_HOOKS.quest, (_event, player: EnginePlayer, quest: EngineQuest) => {
        handler(player, quest.GetId());
      });
    },
    isBoss: (creature) => creature.IsDungeonBoss() || creature.IsWorldBoss(),
  };
}
