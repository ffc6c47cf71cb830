import type { MethodTable } from "../objects/method";
import { CHAT_HANDLER_METHODS } from "./chat-handler";
import { CREATURE_METHODS } from "./creature";
import { GROUP_METHODS } from "./group";
import { ITEM_METHODS } from "./item";
import { LUA_VAL_METHODS } from "./lua-val";
import { MAP_METHODS } from "./map";
import { OBJECT_METHODS } from "./object";
import { PLAYER_METHODS } from "./player";
import { QUERY_METHODS } from "./query";
import { ACHIEVEMENT_METHODS, QUEST_METHODS } from "./quest";
import { SPELL_METHODS } from "./spell";
import { UNIT_METHODS } from "./unit";
import { WORLD_OBJECT_METHODS } from "./world-object";

/** What the double models, by the engine's class. A method of the engine that is missing here raises when called. */
export const MODELS: Readonly<Record<string, MethodTable | undefined>> = {
  Object: OBJECT_METHODS,
  WorldObject: WORLD_OBJECT_METHODS,
  Unit: UNIT_METHODS,
  Player: PLAYER_METHODS,
  Creature: CREATURE_METHODS,
  Map: MAP_METHODS,
  Quest: QUEST_METHODS,
  AchievementEntry: ACHIEVEMENT_METHODS,
  Item: ITEM_METHODS,
  Spell: SPELL_METHODS,
  Group: GROUP_METHODS,
  ChatHandler: CHAT_HANDLER_METHODS,
  LuaVal: LUA_VAL_METHODS,
  ALEQuery: QUERY_METHODS,
  ElunaQuery: QUERY_METHODS,
};
