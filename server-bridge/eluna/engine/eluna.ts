import type { CasterHandler, CommandHandler, Engine, PlayerHandler, QuestHandler } from "./engine";
import { ELUNA_PLAYER_HOOKS, ELUNA_SPELL_HOOKS, PLAYER_HOOKS } from "./hooks";
import { logInfo } from "./log";
import { registerSpell } from "./spells";

/** TrinityCore's QuestStatus of a quest that the player does not have, and of one that was turned in. */
const STATUS_NONE = 0;
const STATUS_REWARDED = 6;
/** Creature rank "boss", the only mark that cMaNGOS can be asked for. */
const RANK_BOSS = 3;

function nameOf(player: EnginePlayer, questId: number): string {
  return `${player.GetGUIDLow().toFixed(0)} ${questId.toFixed(0)}`;
}

/**
 * TrinityCore has no status for a repeatable quest that was turned in, which daily and weekly ones are: the player does not have it any
 * more, as after giving it up. That is told by a hook of its own right before.
 */
function onQuestReward(handler: QuestHandler): void {
  let abandoned = "";
  RegisterPlayerEvent(ELUNA_PLAYER_HOOKS.questAbandon, (_event, player: EnginePlayer, questId: number) => {
    abandoned = nameOf(player, questId);
  });
  RegisterPlayerEvent(PLAYER_HOOKS.quest, (_event, player: EnginePlayer, questId: number, status: number) => {
    const isAbandoned = abandoned === nameOf(player, questId);
    abandoned = "";
    const isTurnedIn = status === STATUS_NONE && !isAbandoned && GetQuest(questId)?.IsRepeatable() === true;
    if (status === STATUS_REWARDED || isTurnedIn) handler(player, questId);
  });
}

function onEnvironmentalDeath(handler: PlayerHandler): void {
  RegisterPlayerEvent(ELUNA_PLAYER_HOOKS.environmentalDeath, (_event, player: EnginePlayer) => {
    handler(player);
  });
}

function onSpellCast(spellId: number, handler: CasterHandler): void {
  registerSpell(spellId, ELUNA_SPELL_HOOKS.cast, (_event, spell: EngineSpell) => {
    handler(spell.GetCaster());
  });
}

/** The console can't be answered: what it asks for is written to the log, which it shows. */
function onCommand(handler: CommandHandler): void {
  RegisterPlayerEvent(PLAYER_HOOKS.command, (_event, player: EnginePlayer | undefined, text: string) =>
    handler(player, text, (line) => {
      if (player === undefined) logInfo(line);
      else player.SendBroadcastMessage(line);
    }),
  );
}

function nothing(): void {}

/** What no Eluna can tell. */
const LACKING = {
  onPetKill: nothing,
  onRollWon: nothing,
  onDamage: () => nothing,
  onHeal: () => nothing,
} as const;

const MISSING = [
  "a hook for kills by pets: CREATURE_KILL, BOSS_KILL and DUNGEON_COMPLETE need the player's own blow",
  "a hook for items won by a roll: LOOT_COLLECTED and RARE_LOOT_DROPPED are published for looted items only",
  "hooks for damage and healing: publish DAMAGE_DEALT and HEALING_DONE from your script",
] as const;

const NO_QUESTS =
  "a hook for turned-in quests: publish QUEST_COMPLETE and QUEST_CHAIN_COMPLETE from your script";

/** Eluna on TrinityCore, and on a core that nothing is known of. */
export function elunaEngine(core: string): Engine {
  return {
    ...LACKING,
    name: `Eluna on ${core}`,
    missing: MISSING,
    onQuestReward,
    onEnvironmentalDeath,
    onSpellCast,
    onCommand,
    isBoss: (creature) => creature.IsDungeonBoss() || creature.IsWorldBoss(),
  };
}

/** Eluna on AzerothCore, which tells the status of a quest only when it is given up. */
export function elunaOnAzerothCore(): Engine {
  return { ...elunaEngine("AzerothCore"), missing: [...MISSING, NO_QUESTS], onQuestReward: nothing };
}

/** Eluna on cMaNGOS, where `IsDungeonBoss` raises and no status of a quest is sure to be told. */
export function elunaOnMangos(): Engine {
  return {
    ...LACKING,
    name: "Eluna on cMaNGOS",
    missing: [
      ...MISSING,
      "a mark for dungeon bosses: BOSS_KILL is published for rank 3 and for the bosses in dc_dungeon_bosses",
      "hooks for spells: the ends of The Culling of Stratholme and Halls of Reflection are not published (docs/events.md)",
      NO_QUESTS,
    ],
    onQuestReward: nothing,
    onEnvironmentalDeath,
    onSpellCast: nothing,
    onCommand,
    isBoss: (creature) => creature.GetRank() === RANK_BOSS,
  };
}
