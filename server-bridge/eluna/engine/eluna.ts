import type { CasterHandler, CommandHandler, Engine, PlayerHandler, QuestHandler } from "./engine";
import { ELUNA_PLAYER_HOOKS, ELUNA_SPELL_HOOKS, PLAYER_HOOKS } from "./hooks";
import { logInfo } from "./log";
import { registerSpell } from "./spells";

/** QuestStatus of a quest that was turned in, on AzerothCore and TrinityCore. */
const STATUS_REWARDED = 6;
/** Creature rank "boss", the only mark that cMaNGOS can be asked for. */
const RANK_BOSS = 3;

function onQuestReward(handler: QuestHandler): void {
  RegisterPlayerEvent(PLAYER_HOOKS.quest, (_event, player: EnginePlayer, questId: number, status: number) => {
    if (status === STATUS_REWARDED) handler(player, questId);
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

/** Eluna on AzerothCore and TrinityCore. */
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

/** Eluna on cMaNGOS, where `IsDungeonBoss` raises and quest states are numbered differently. */
export function elunaOnMangos(): Engine {
  return {
    ...LACKING,
    name: "Eluna on cMaNGOS",
    missing: [
      ...MISSING,
      "a mark for dungeon bosses: BOSS_KILL is published for rank 3 and for the bosses in dc_dungeon_bosses",
      "hooks for spells: the ends of The Culling of Stratholme and Halls of Reflection are not published (docs/events.md)",
      "a quest status for turned-in quests: publish QUEST_COMPLETE and QUEST_CHAIN_COMPLETE from your script",
    ],
    onQuestReward: nothing,
    onEnvironmentalDeath,
    onSpellCast: nothing,
    onCommand,
    isBoss: (creature) => creature.GetRank() === RANK_BOSS,
  };
}
