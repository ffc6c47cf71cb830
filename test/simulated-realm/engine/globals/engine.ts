import { text, uint32 } from "../objects/arguments";
import { bigFromNumber } from "../objects/big-integer";
import { push } from "../objects/engine-value";
import { pushInteger } from "../objects/integer-metatable";
import type { GlobalFunction, GlobalTable } from "../objects/method";

const WRAP = 4294967296;

function printer(this: void, level: string): GlobalFunction {
  return (state, ...values) => {
    const words: string[] = [];
    for (const value of values) words.push(tostring(value));
    state.world.log(`${level}${table.concat(words, "\t")}`);
  };
}

/** What a script asks about the engine, the core, its state and the time. */
export const ENGINE_FUNCTIONS: GlobalTable = {
  GetLuaEngine: (state) => state.data.engineName,
  GetCoreName: (state) => state.data.coreName,
  GetCoreVersion: (state) => `${state.data.coreName} (double)`,
  GetCoreExpansion: (state) => state.data.expansion,
  GetRealmID: (state) => state.world.options.realmId ?? 1,
  GetStateMapId: (state) => state.mapId,
  GetStateInstanceId: (state) => state.map?.instanceId ?? 0,
  GetStateMap: (state) => push(state, state.map),
  // One state for everything, as ALE has it and as Eluna had it under this name.
  IsCompatibilityMode: (state) => !state.world.states.isSplit(),
  // Seconds: a 64-bit number on the AzerothCore engines, a plain one elsewhere.
  GetGameTime: (state) => {
    const now = state.world.clock.unixSeconds();
    return state.data.coreName === "AzerothCore" ? pushInteger(state, bigFromNumber(now, true)) : now;
  },
  GetCurrTime: (state) => state.world.clock.currentTime(),
  GetTimeDiff: (state, since) =>
    (state.world.clock.currentTime() - uint32("GetTimeDiff", 1, since) + WRAP) % WRAP,
  GetQuest: (state, id) => push(state, state.world.quests[uint32("GetQuest", 1, id)]),
  PrintInfo: printer(""),
  PrintError: printer("ERROR: "),
  PrintDebug: printer("DEBUG: "),
  RunCommand: (state, command) => {
    state.world.consoleCommands.push(text("RunCommand", 1, command));
  },
  SendWorldMessage: (state, message) => {
    state.world.log(`[to everyone] ${text("SendWorldMessage", 1, message)}`);
  },
};
