import { callback, int32, uint32 } from "../objects/arguments";
import type { GlobalTable } from "../objects/method";
import { delayRange } from "./delay-range";

/** Timers of the state that makes them. */
export const TIMER_FUNCTIONS: GlobalTable = {
  CreateLuaEvent: (state, handler, delay, repeats) => {
    const run = callback("CreateLuaEvent", 1, handler);
    const [least, most] = delayRange("CreateLuaEvent", delay);
    return state.timers.add(run, least, most, uint32("CreateLuaEvent", 3, repeats, 1));
  },
  RemoveEventById: (state, id) => {
    state.timers.cancel(int32("RemoveEventById", 1, id));
  },
  RemoveEvents: (state) => {
    state.timers.cancelAll(undefined);
  },
};
