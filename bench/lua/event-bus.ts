import { EventBus } from "../../shared/events/event-bus";
import { IS_LUAJIT } from "../../server-bridge/eluna/engine/lua";
import { createTickClock } from "../../server-bridge/eluna/engine/clock";

/** The bus as the realm has it, in the place of the one that `hand-written-bus.lua` returns. */
export const bus = new EventBus({ clock: createTickClock(), report: () => {}, isLuaJit: IS_LUAJIT });
