import { indexNames } from "../data/engine-data";
import type { Environment } from "../state/environment";
import type { LuaState } from "../state/lua-state";
import type { GlobalFunction, GlobalTable } from "../objects/method";
import { BIT_FUNCTIONS } from "./bits";
import { DATABASE_FUNCTIONS } from "./database";
import { ENGINE_FUNCTIONS } from "./engine";
import { HOOK_FUNCTIONS, eventNames } from "./hooks";
import { PLAYER_FUNCTIONS } from "./players";
import { TIMER_FUNCTIONS } from "./timers";

const FUNCTIONS: GlobalTable = {
  ...ENGINE_FUNCTIONS,
  ...BIT_FUNCTIONS,
  ...DATABASE_FUNCTIONS,
  ...HOOK_FUNCTIONS,
  ...PLAYER_FUNCTIONS,
  ...TIMER_FUNCTIONS,
};

function bound(
  this: void,
  state: LuaState,
  model: GlobalFunction,
): (this: void, ...values: unknown[]) => unknown {
  return (a, b, c, d, e) => model(state, a, b, c, d, e);
}

/**
 * Puts the engine's functions among the globals: those that it has and no other. What it has without implementing it
 * raises the engine's error, and what the double does not model says so.
 */
export function installGlobals(this: void, state: LuaState, environment: Environment): void {
  for (const [name, how] of pairs(indexNames(state.data.globals))) {
    const problem = state.unavailable(name, how ?? "callable");
    const model = FUNCTIONS[name];
    if (problem !== undefined) environment[name] = () => error(problem, 0);
    else if (model === undefined) environment[name] = () => error(`the double does not model ${name}`, 0);
    else environment[name] = bound(state, model);
  }
  const events = eventNames(state);
  if (events !== undefined) environment["events"] = events;
}
