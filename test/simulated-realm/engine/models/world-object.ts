import { callback, int32, uint32 } from "../objects/arguments";
import { push } from "../objects/engine-value";
import type { WorldObjectEntity } from "../objects/entity";
import { newLuaVal } from "./lua-val";
import { delayRange } from "../globals/delay-range";
import type { Method, MethodTable } from "../objects/method";

const worldObjectMethods: Record<string, Method<WorldObjectEntity>> = {
  GetName: (_state, object) => object.name,
  GetMap: (state, object) => push(state, object.map),
  GetMapId: (_state, object) => object.map.id,
  GetInstanceId: (_state, object) => object.map.instanceId,
  // One for all states, without a lock.
  Data: (state, object) => push(state, (object.data ??= newLuaVal())),
  RegisterEvent: (state, object, handler, delay, repeats) => {
    const run = callback("RegisterEvent", 1, handler);
    const [least, most] = delayRange("RegisterEvent", delay);
    return state.timers.add(run, least, most, uint32("RegisterEvent", 3, repeats, 1), object);
  },
  RemoveEventById: (state, _object, id) => {
    state.timers.cancel(int32("RemoveEventById", 1, id));
  },
  RemoveEvents: (state, object) => {
    state.timers.cancelAll(object);
  },
};

export const WORLD_OBJECT_METHODS: MethodTable = worldObjectMethods;
