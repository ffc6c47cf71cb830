import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { PlayerEntity, QuestEntity } from "../objects/entity";
import type { QuestSpec } from "../specs";
import type { World } from "../world/world";
import { giveXp } from "./level";

const QUEST_ABANDON = 38;
/**
 * ALE: the turn-in, with the quest. Eluna: a quest with its new status; on AzerothCore only when the quest was given up, on the others at
 * every change (read in the cores' sources).
 */
const QUEST = 54;
const QUEST_ACCEPT = 63;

/** Statuses of a quest, as `GetQuestStatus` gives them. */
const NONE = 0;
const COMPLETE = 1;
const INCOMPLETE = 3;
const REWARDED = 6;

const XP_FROM_QUEST = 1;

/** Flags of daily and of weekly quests, which cores make repeatable when they load them. */
const DAILY = 0x1000;
const WEEKLY = 0x8000;

function comesAgain(this: void, { flags = 0, daily = false }: QuestSpec): boolean {
  return daily || math.floor(flags / DAILY) % 2 === 1 || math.floor(flags / WEEKLY) % 2 === 1;
}

/** Adds a quest to the world's templates, or takes the one that is there. */
export function defineQuest(this: void, world: World, spec: QuestSpec): QuestEntity {
  return (world.quests[spec.id] ??= {
    kind: "Quest",
    id: spec.id,
    level: spec.level ?? 1,
    minLevel: spec.minLevel ?? 1,
    type: spec.type ?? 0,
    flags: spec.flags ?? 0,
    nextInChain: spec.nextInChain ?? 0,
    next: spec.next ?? 0,
    previous: spec.previous ?? 0,
    daily: spec.daily ?? false,
    repeatable: spec.repeatable ?? comesAgain(spec),
  });
}

function tellStatus(
  this: void,
  world: World,
  player: PlayerEntity,
  quest: QuestEntity,
  status: number,
): void {
  world.firePlayer(QUEST, player.map, (state) => pack(QUEST, push(state, player), quest.id, status));
}

function setStatus(this: void, world: World, player: PlayerEntity, quest: QuestEntity, status: number): void {
  player.character.questStatus[quest.id] = status;
  if (world.data.multistate && world.engine !== "eluna-azerothcore") tellStatus(world, player, quest, status);
}

export function acceptQuest(this: void, world: World, player: PlayerEntity, id: number): void {
  const quest = defineQuest(world, { id });
  setStatus(world, player, quest, INCOMPLETE);
  if (world.data.multistate) return;
  world.firePlayer(QUEST_ACCEPT, player.map, (state) =>
    pack(QUEST_ACCEPT, push(state, player), push(state, quest)),
  );
}

/** The quest's aims are reached. ALE has no hook for it. */
export function completeQuest(this: void, world: World, player: PlayerEntity, id: number): void {
  setStatus(world, player, defineQuest(world, { id }), COMPLETE);
}

/** The quest is turned in: experience first, with no victim (measured), then the hook. A repeatable one is then as if never taken. */
export function rewardQuest(this: void, world: World, player: PlayerEntity, id: number): void {
  const quest = defineQuest(world, { id });
  giveXp(world, player, 0, undefined, XP_FROM_QUEST);
  // cMaNGOS has no such status: a quest that was turned in keeps its own.
  if (world.engine !== "eluna-cmangos") setStatus(world, player, quest, quest.repeatable ? NONE : REWARDED);
  if (world.data.multistate) return;
  world.firePlayer(QUEST, player.map, (state) => pack(QUEST, push(state, player), push(state, quest)));
}

export function abandonQuest(this: void, world: World, player: PlayerEntity, id: number): void {
  player.character.questStatus[id] = NONE;
  world.firePlayer(QUEST_ABANDON, player.map, (state) => pack(QUEST_ABANDON, push(state, player), id));
  if (world.data.multistate) tellStatus(world, player, defineQuest(world, { id }), NONE);
}
