/**
 * AIO_Client: a stand-in for the client half of AIO 1.75 on the same wire format. Left out: SavePosition, and the
 * `/aio` switches debug, trace and printio.
 */
import { forEachBlock } from "../messages/incoming";
import { BlockHandlers, type BlockHandler, type HandlerTable } from "../messages/block-handlers";
import { Message } from "../messages/message";
import { ProtectedCalls } from "../messages/protected-calls";
import { FROM_CLIENT, FROM_SERVER, VERSION } from "../protocol";
import { splitIntoFrames } from "../wire/frames";
import { publishLibraries } from "../wire/globals";
import { MessageIds } from "../wire/message-ids";
import { Reassembly } from "../wire/reassembly";
import { cachedCrcs, clearAddons, dropBrokenAddons } from "./addon-cache";
import { reloadAtNextClick } from "./forced-reload";
import { askUntilAnswered } from "./init-timer";
import { Init } from "./init";
import {
  addSavedVar,
  addSavedVarChar,
  clearSavedVariables,
  collectSavedVariables,
  restoreSavedVariables,
} from "./saved-variables";

const ids = new MessageIds();
const received = new Reassembly();
const handlers = new BlockHandlers<string>();
const calls = new ProtectedCalls((problem) => print(problem));
const init = new Init(handlers, calls);

function transmit(payload: string | undefined): void {
  if (payload === undefined) error("#1 string expected");
  for (const frame of splitIntoFrames(payload, FROM_CLIENT, () => ids.next())) {
    SendAddonMessage(FROM_CLIENT.prefix, frame, "WHISPER", UnitName("player"));
  }
}

function newMessage(): Message<never> {
  return new Message(transmit);
}

function handle(name: unknown, ...args: unknown[]): Message<never> {
  return newMessage()
    .Add(name, ...args)
    .Send();
}

function receive(text: string): void {
  const payload = received.accept(text, GetTime());
  if (payload === undefined) return;
  const player = UnitName("player");
  forEachBlock(payload, (block) => {
    calls.run((data: unknown) => {
      init.take(player, data);
    }, block);
  });
}

function reset(): void {
  clearAddons();
  clearSavedVariables();
  ReloadUI();
}

function registerOwnHandlers(): void {
  const own = new LuaTable<AnyNotNil, BlockHandler<string>>();
  own.set("Init", (player, version, count, sent, cached) => {
    init.answered(player, version, count, sent, cached);
  });
  own.set("ForceReload", () => reloadAtNextClick());
  own.set("ForceReset", () => reset());
  handlers.registerTable("AIO", own);
}

function loaded(): void {
  restoreSavedVariables();
  dropBrokenAddons();
  askUntilAnswered(
    () => handle("AIO", "Init", VERSION, cachedCrcs()),
    () => init.isWaiting(),
  );
}

function onEvent(event: string, first: unknown, text: unknown, sender: unknown): void {
  if (event === "ADDON_LOADED" && first === "AIO_Client") {
    loaded();
  } else if (event === "PLAYER_LOGOUT") {
    collectSavedVariables();
  } else if (event === "CHAT_MSG_ADDON" && first === FROM_SERVER.prefix && sender === UnitName("player")) {
    if (typeof text === "string") calls.run(receive, text);
  }
}

function listen(): void {
  const frame = CreateFrame("Frame");
  for (const event of ["ADDON_LOADED", "PLAYER_LOGOUT", "CHAT_MSG_ADDON"]) frame.RegisterEvent(event);
  frame.SetScript("OnEvent", (_frame, event, first, text, _channel, sender) => {
    onEvent(event, first, text, sender);
  });
}

function slashCommand(command: string): void {
  if (command === "pcall") print(`using pcall is now ${calls.toggle() ? "on" : "off"}`);
  else if (command === "reset") reset();
  else print("Available commands:\n/aio pcall - toggles using pcall\n/aio reset - clears the cache");
}

publishLibraries();
registerOwnHandlers();
listen();
SLASH_AIO1 = "/aio";
SlashCmdList.set("AIO", slashCommand);

AIO = {
  Msg: newMessage,
  Handle: handle,
  RegisterEvent: (name: AnyNotNil, handler: BlockHandler<string>) => handlers.register(name, handler),
  AddHandlers: (name: AnyNotNil, table: HandlerTable<string>) => {
    handlers.registerTable(name, table);
    return table;
  },
  /** Nil: a file that both sides load goes on here and stops on the server. */
  AddAddon: () => undefined,
  AddSavedVar: addSavedVar,
  AddSavedVarChar: addSavedVarChar,
  IsServer: () => false,
  IsMainState: () => true,
  GetVersion: () => VERSION,
};
