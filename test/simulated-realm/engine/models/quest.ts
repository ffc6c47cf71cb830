import { uint32 } from "../objects/arguments";
import type { AchievementEntity, QuestEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";

/** Whether two sets of bits share one. */
function hasBit(this: void, flags: number, wanted: number): boolean {
  let bit = 1;
  while (bit <= wanted) {
    if (math.floor(wanted / bit) % 2 === 1 && math.floor(flags / bit) % 2 === 1) return true;
    bit *= 2;
  }
  return false;
}

const questMethods: Record<string, Method<QuestEntity>> = {
  GetId: (_state, quest) => quest.id,
  GetLevel: (_state, quest) => quest.level,
  GetMinLevel: (_state, quest) => quest.minLevel,
  GetType: (_state, quest) => quest.type,
  GetFlags: (_state, quest) => quest.flags,
  GetPrevQuestId: (_state, quest) => quest.previous,
  GetNextQuestId: (_state, quest) => quest.next,
  GetNextQuestInChain: (_state, quest) => quest.nextInChain,
  HasFlag: (_state, quest, flag) => hasBit(quest.flags, uint32("HasFlag", 1, flag)),
  IsDaily: (_state, quest) => quest.daily,
  IsRepeatable: (_state, quest) => quest.repeatable,
};

const achievementMethods: Record<string, Method<AchievementEntity>> = {
  GetId: (_state, achievement) => achievement.id,
  GetName: (_state, achievement) => achievement.name,
};

export const QUEST_METHODS: MethodTable = questMethods;
export const ACHIEVEMENT_METHODS: MethodTable = achievementMethods;
