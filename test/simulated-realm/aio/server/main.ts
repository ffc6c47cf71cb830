/**
 * AIO_Server: a stand-in for the server half of AIO 1.75 on the same wire format. Left out: LuaSrcDiet (see
 * addAddonCode) and the instruction hook that stops a runaway handler with "AIO Timeout". What the real library
 * refuses to load without, a bit library, is not needed.
 */
import { BlockHandlers, type BlockHandler, type HandlerTable } from "../messages/block-handlers";
import { Message } from "../messages/message";
import { ProtectedCalls } from "../messages/protected-calls";
import { MOST_ARGUMENTS, VERSION } from "../protocol";
import { publishLibraries } from "../wire/globals";
import { addAddonCode, addAddonFile } from "./addon-code";
import { answerInit, type InitHook, initHooks } from "./init";
import { Receiver } from "./receive";
import { registerSwitches, reportOnServer } from "./switches";
import { forgetIds, transmit } from "./transmit";

const ON_LOGOUT = 4;
const MAIN_STATE = -1;
const CALLER = 2;

const isMainState = GetStateMapId === undefined || GetStateMapId() === MAIN_STATE;

function newMessage(): Message<EnginePlayer> {
  return new Message(transmit);
}

/** As far as AIO looks; a stand-in's player may be a table. */
function isPlayer(value: unknown): value is EnginePlayer {
  return type(value) === "userdata" || type(value) === "table";
}

function handle(player: unknown, name: unknown, ...args: unknown[]): Message<EnginePlayer> {
  if (!isPlayer(player)) error("#1 player expected");
  return newMessage()
    .Add(name, ...args)
    .Send(player);
}

/** In a map state it does nothing and still says true: the file is not to go on as if it were on a client. */
function addAddon(path?: string, name?: string): boolean {
  if (!isMainState) return true;
  const caller = debug.getinfo(CALLER, "S")?.source;
  const [callerPath] = string.gsub(caller ?? "", "^@", "");
  addAddonFile(path ?? callerPath, name);
  return true;
}

/** What every state has. */
const everywhere = {
  Msg: newMessage,
  Handle: handle,
  AddAddon: addAddon,
  IsServer: () => true,
  IsMainState: () => isMainState,
  GetVersion: () => VERSION,
};

/** Only the main state receives, hence only it has handlers and answers Inits. */
function startMainState(): unknown {
  const handlers = new BlockHandlers<EnginePlayer>(MOST_ARGUMENTS);
  const calls = new ProtectedCalls(reportOnServer);
  const receiver = new Receiver(handlers, calls);
  receiver.start();
  registerSwitches(calls);
  RegisterPlayerEvent(ON_LOGOUT, (_event, player) => {
    receiver.forget(player.GetGUIDLow());
    forgetIds(player.GetGUIDLow());
  });
  const own = new LuaTable<AnyNotNil, BlockHandler<EnginePlayer>>();
  own.set("Init", (player, version, cached) => answerInit(newMessage, player, version, cached));
  handlers.registerTable("AIO", own);
  // Clients that were here before the scripts were reloaded have to start again.
  for (const player of GetPlayersInWorld()) handle(player, "AIO", "ForceReload");

  return {
    ...everywhere,
    RegisterEvent: (name: AnyNotNil, handler: BlockHandler<EnginePlayer>) => handlers.register(name, handler),
    AddHandlers: (name: AnyNotNil, table: HandlerTable<EnginePlayer>) => {
      handlers.registerTable(name, table);
      return table;
    },
    AddAddonCode: addAddonCode,
    AddOnInit: (hook: InitHook) => {
      if (type(hook) !== "function") error("#1 function expected");
      initHooks.push(hook);
    },
  };
}

publishLibraries();
AIO = isMainState ? startMainState() : everywhere;

export = AIO;
