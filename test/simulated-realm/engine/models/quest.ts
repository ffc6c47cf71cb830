import type { AchievementEntity, QuestEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";

const questMethods: Record<string, Method<QuestEntity>> = {
  GetId: (_state, quest) => quest.id,
  GetLevel: (_state, quest) => quest.level,
  GetMinLevel: (_state, quest) => quest.minLevel,
  GetType: (_state, quest) => quest.type,
  GetFlags: (_state, quest) => quest.flags,
  IsDaily: (_state, quest) => quest.daily,
  IsRepeatable: (_state, quest) => quest.repeatable,
};

const achievementMethods: Record<string, Method<AchievementEntity>> = {
  GetId: (_state, achievement) => achievement.id,
  GetName: (_state, achievement) => achievement.name,
};

export const QUEST_METHODS: MethodTable = questMethods;
export const ACHIEVEMENT_METHODS: MethodTable = achievementMethods;
