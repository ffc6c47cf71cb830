import type { Engine } from "./engine";
import { PLAYER_HOOKS } from "./hooks";

/** QuestStatus of a quest that was turned in, on AzerothCore and TrinityCore. */
const STATUS_REWARDED = 6;
/** Creature rank "boss", the only mark that cMaNGOS can be asked for. */
const RANK_BOSS = 3;

function onQuestReward(handler: (this: void, player: EnginePlayer, questId: number) => void): void {
  RegisterPlayerEvent(PLAYER_HOOKS.quest, (_event, player: EnginePlayer, questId: number, status: number) => {
    if (status === STATUS_REWARDED) handler(player, questId);
  });
}

/** Eluna on AzerothCore and TrinityCore. */
export function elunaEngine(core: string): Engine {
  return {
    name: `Eluna on ${core}`,
    missing: [],
    onQuestReward,
    isBoss: (creature) => creature.IsDungeonBoss() || creature.IsWorldBoss(),
  };
}

/** Eluna on cMaNGOS, where `IsDungeonBoss` raises and quest states are numbered differently. */
export function elunaOnMangos(): Engine {
  return {
    name: "Eluna on cMaNGOS",
    missing: [
      "dungeon bosses without the rank of a boss: BOSS_KILL is published for rank 3 only",
      "a quest status for turned-in quests: publish QUEST_COMPLETE from your script",
    ],
    onQuestReward: () => {},
    isBoss: (creature) => creature.GetRank() === RANK_BOSS,
  };
}
