import { isTable } from "../lua-values";
import { type Message } from "../messages/message";
import { INIT_PAUSE, VERSION } from "../protocol";
import { type AddonCode, addons } from "./addon-code";

type PlayerMessage = Message<EnginePlayer>;

/** May add blocks to the answer or return another message to send instead. */
export type InitHook = (message: PlayerMessage, player: EnginePlayer) => PlayerMessage | undefined;

/** In order of registration. They run in the Init block's own pcall: one error here and no client initialises. */
export const initHooks: InitHook[] = [];

/** Characters whose last Init is less than the pause ago. A logout does not end the pause. */
const paused = new LuaTable<number, boolean>();

/** Answers a client's Init: what it has to run, in order, as code or as the name of what it has already. */
export function answerInit(
  newMessage: () => PlayerMessage,
  player: EnginePlayer,
  version: unknown,
  cached: unknown,
): void {
  const low = player.GetGUIDLow();
  if (paused.has(low)) return;
  paused.set(low, true);
  CreateLuaEvent(() => paused.delete(low), INIT_PAUSE, 1);

  let message = newMessage();
  if (version !== VERSION) {
    message.Add("AIO", "Init", VERSION).Send(player);
    return;
  }
  const toSend = new LuaTable<number, AddonCode>();
  const known = new LuaTable<number, string>();
  let place = 0;
  for (const addon of addons) {
    place++;
    if (crcOf(cached, addon.name) === addon.crc) known.set(place, addon.name);
    else toSend.set(place, addon);
  }
  message.Add("AIO", "Init", VERSION, addons.length, toSend, known);
  for (const hook of initHooks) message = hook(message, player) ?? message;
  message.Send(player);
}

function crcOf(cached: unknown, name: string): unknown {
  if (!isTable(cached)) error(`attempt to index local 'addons' (a ${type(cached)} value)`);
  return cached.get(name);
}
