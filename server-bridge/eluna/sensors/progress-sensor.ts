import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { Engine } from "../engine/engine";
import { PLAYER_HOOKS } from "../engine/hooks";

/** Quest flags of the 3.3.5a client's data. */
const FLAG_DAILY = 0x1000;
const FLAG_WEEKLY = 0x8000;

/** The last quest of a chain has one before it, offers none when it is turned in, and unlocks none elsewhere. */
function endsChain(quest: EngineQuest): boolean {
  return quest.GetPrevQuestId() !== 0 && quest.GetNextQuestInChain() === 0 && quest.GetNextQuestId() === 0;
}

/** "daily", "weekly", "chain" for the last quest of a chain, or "normal" (document: quest_type). */
function questType(quest: EngineQuest): string {
  if (quest.HasFlag(FLAG_DAILY)) return "daily";
  if (quest.HasFlag(FLAG_WEEKLY)) return "weekly";
  return endsChain(quest) ? "chain" : "normal";
}

function publishQuest(bus: EventBus, player: number, quest_id: number): void {
  const quest = GetQuest(quest_id);
  const quest_type = quest === undefined ? "normal" : questType(quest);
  bus.Publish({ type: EventType.QUEST_COMPLETE, player, data: { quest_id, quest_type } });
  if (quest_type !== "chain") return;
  bus.Publish({ type: EventType.QUEST_CHAIN_COMPLETE, player, data: { chain_id: quest_id } });
}

/**
 * PLAYER_LEVEL_UP for level changes upwards, QUEST_COMPLETE for quests that are turned in, and QUEST_CHAIN_COMPLETE besides for
 * the last one of a chain, whose id names the chain.
 */
export function startProgressSensor(bus: EventBus, engine: Engine): void {
  RegisterPlayerEvent(PLAYER_HOOKS.levelChange, (_event, player: EnginePlayer, old_level: number) => {
    const new_level = player.GetLevel();
    if (new_level <= old_level) return;
    bus.Publish({
      type: EventType.PLAYER_LEVEL_UP,
      player: player.GetGUIDLow(),
      data: { old_level, new_level },
    });
  });
  engine.onQuestReward((player, questId) => {
    publishQuest(bus, player.GetGUIDLow(), questId);
  });
}
