import type { AmountHandler, Cancel, Engine } from "./engine";
import { ALE_PLAYER_HOOKS, ALE_SPELL_HOOKS, PLAYER_HOOKS } from "./hooks";
import { registerSpell } from "./spells";

/** The block body returns nothing: a number would take the place of the amount. */
function onAmount(hook: number, handler: AmountHandler): Cancel {
  return RegisterPlayerEvent(hook, (_event, player: EnginePlayer, target: EngineUnit, amount: number) => {
    handler(player, target, amount);
  });
}

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
    onPetKill: (handler) => {
      RegisterPlayerEvent(
        ALE_PLAYER_HOOKS.petKill,
        // AzerothCore asks neither: nil is the owner of a creature's pet or totem, and a victim that is a player.
        (_event, owner: EnginePlayer | undefined, victim: EngineCreature | undefined) => {
          if (owner !== undefined && victim !== undefined) handler(owner, victim);
        },
      );
    },
    // No hook of its own: AzerothCore reports such a death as a player who killed itself, by hook 6.
    onEnvironmentalDeath: () => {},
    onRollWon: (handler) => {
      RegisterPlayerEvent(
        ALE_PLAYER_HOOKS.rollWon,
        (_event, player: EnginePlayer, item: EngineItem, count: number) => {
          handler(player, item, count);
        },
      );
    },
    onSpellCast: (spellId, handler) => {
      registerSpell(spellId, ALE_SPELL_HOOKS.cast, (_event, caster: EngineCaster) => {
        handler(caster);
      });
    },
    onDamage: (handler) => onAmount(ALE_PLAYER_HOOKS.damage, handler),
    onHeal: (handler) => onAmount(ALE_PLAYER_HOOKS.heal, handler),
    onCommand: (handler) => {
      RegisterPlayerEvent(
        PLAYER_HOOKS.command,
        (_event, player: EnginePlayer | undefined, text: string, chat: EngineChatHandler) =>
          handler(player, text, (line) => {
            if (player === undefined) chat.SendSysMessage(line);
            else player.SendBroadcastMessage(line);
          }),
      );
    },
    isBoss: (creature) => creature.IsDungeonBoss() || creature.IsWorldBoss(),
  };
}
