import { object, text, uint32 } from "../objects/arguments";
import { push } from "../objects/engine-value";
import type { Entity, PlayerEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";
import { PLAYER_ACTION_METHODS } from "./player-actions";

function isPlayer(this: void, entity: Entity): entity is PlayerEntity {
  return entity.kind === "Player";
}

function showsLine(this: void, name: string): Method<PlayerEntity> {
  return (state, player, message) => {
    state.world.log(`[to ${player.name}] ${text(name, 1, message)}`);
  };
}

const MAXIMUM_CHANNEL = 255;

const playerMethods: Record<string, Method<PlayerEntity>> = {
  GetAccountId: (_state, player) => player.character.account,
  GetGMRank: (_state, player) => player.character.gmRank,
  IsGM: (_state, player) => player.character.gmRank > 0,
  GetRace: (_state, player) => player.character.race,
  GetClass: (_state, player) => player.character.class,
  GetXP: (_state, player) => player.character.experience,
  GetCoinage: (_state, player) => player.character.money,
  GetZoneId: (_state, player) => player.character.zone,
  GetAreaId: (_state, player) => player.character.area,
  GetGroup: (state, player) => push(state, player.group),
  IsInGroup: (_state, player) => player.group !== undefined,
  GetQuestStatus: (_state, player, quest) =>
    player.character.questStatus[uint32("GetQuestStatus", 1, quest)] ?? 0,
  HasTitle: (_state, player, title) => player.character.titles[uint32("HasTitle", 1, title)] === true,
  HasSpell: (_state, player, spell) => player.character.spells[uint32("HasSpell", 1, spell)] === true,
  GetItemCount: (_state, player, entry) => player.character.items[uint32("GetItemCount", 1, entry)] ?? 0,
  HasItem: (_state, player, entry, count) =>
    (player.character.items[uint32("HasItem", 1, entry)] ?? 0) >= uint32("HasItem", 2, count, 1),
  HasAchieved: (_state, player, id) => player.character.achievements[uint32("HasAchieved", 1, id)] === true,
  SendBroadcastMessage: showsLine("SendBroadcastMessage"),
  SendNotification: showsLine("SendNotification"),
  SendAreaTriggerMessage: showsLine("SendAreaTriggerMessage"),
  SendAddonMessage: (state, _player, prefix, message, channel, receiver) => {
    const prefixText = text("SendAddonMessage", 1, prefix);
    const messageText = text("SendAddonMessage", 2, message);
    const chatType = uint32("SendAddonMessage", 3, channel);
    if (chatType > MAXIMUM_CHANNEL) error("bad argument #3 to 'SendAddonMessage' (no channel)", 0);
    const target = object(state, "SendAddonMessage", 4, "Player", receiver);
    if (isPlayer(target) && target.connected) {
      state.world.options.deliver(target.name, prefixText, messageText, chatType);
    }
    return undefined;
  },
};

export const PLAYER_METHODS: MethodTable = { ...playerMethods, ...PLAYER_ACTION_METHODS };
