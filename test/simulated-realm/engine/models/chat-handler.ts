import { text, uint32 } from "../objects/arguments";
import { push } from "../objects/engine-value";
import type { ChatHandlerEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";

const chatHandlerMethods: Record<string, Method<ChatHandlerEntity>> = {
  SendSysMessage: (state, handler, message) => {
    const line = text("SendSysMessage", 1, message);
    state.world.log(`[to ${handler.player?.name ?? "console"}] ${line}`);
  },
  IsConsole: (_state, handler) => handler.player === undefined,
  GetPlayer: (state, handler) => push(state, handler.player),
  IsAvailable: (_state, handler, level) => {
    const wanted = uint32("IsAvailable", 1, level);
    return handler.player === undefined || handler.player.character.gmRank >= wanted;
  },
};

export const CHAT_HANDLER_METHODS: MethodTable = chatHandlerMethods;
