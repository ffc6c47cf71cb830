import { callback, uint32 } from "../objects/arguments";
import type { GlobalFunction, GlobalTable } from "../objects/method";
import { spellClass } from "../state/hook-registry";
import type { LuaState } from "../state/lua-state";

function checkEvent(this: void, state: LuaState, hookClass: string, name: string, event: number): void {
  const maximum = state.data.maximumEventId[hookClass] ?? 0;
  if (event > maximum) error(`Unknown event type (${name}, event ${string.format("%d", event)})`, 0);
}

function registerHook(this: void, hookClass: string, name: string): GlobalFunction {
  return (state, id, handler, shots) => {
    const event = uint32(name, 1, id);
    const run = callback(name, 2, handler);
    const times = uint32(name, 3, shots, 0);
    checkEvent(state, hookClass, name, event);
    return state.hooks.register(hookClass, event, run, times);
  };
}

const registerSpellHook: GlobalFunction = (state, spell, id, handler, shots) => {
  const name = "RegisterSpellEvent";
  const spellId = uint32(name, 1, spell);
  const event = uint32(name, 2, id);
  const run = callback(name, 3, handler);
  const times = uint32(name, 4, shots, 0);
  checkEvent(state, "spell", name, event);
  return state.hooks.register(spellClass(spellId), event, run, times);
};

function clearHooks(this: void, hookClass: string, name: string): GlobalFunction {
  return (state, id) => {
    state.hooks.clear(hookClass, id === undefined ? undefined : uint32(name, 1, id));
  };
}

/** The hooks of the classes that the double fires. Registering any other class's raises. */
export const HOOK_FUNCTIONS: GlobalTable = {
  RegisterPlayerEvent: registerHook("player", "RegisterPlayerEvent"),
  RegisterServerEvent: registerHook("server", "RegisterServerEvent"),
  RegisterGroupEvent: registerHook("group", "RegisterGroupEvent"),
  RegisterSpellEvent: registerSpellHook,
  ClearPlayerEvents: clearHooks("player", "ClearPlayerEvents"),
  ClearServerEvents: clearHooks("server", "ClearServerEvents"),
  ClearGroupEvents: clearHooks("group", "ClearGroupEvents"),
};

/** Eluna's global table `events` (`events.player.on_login == 3`); nil on ALE. */
export function eventNames(this: void, state: LuaState): Record<string, Record<string, number>> | undefined {
  if (!state.data.multistate) return undefined;
  const events: Record<string, Record<string, number>> = {};
  for (const [hookClass, rows] of pairs(state.data.hooks)) {
    const ids: Record<string, number> = {};
    for (const [id, row] of pairs(rows)) if (row.key !== "") ids[row.key] = tonumber(id) ?? 0;
    events[hookClass] = ids;
  }
  return events;
}
