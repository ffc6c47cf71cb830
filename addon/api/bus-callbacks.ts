import type { EventBus } from "../../shared/events/event-bus";
import { CallbackRegistry, toHandler } from "./callback-registry";
import { checkArgument, checkData } from "./check-arguments";
import { checkEventName } from "./check-event";
import { toEventInput } from "./fired-event";
import { callerPlace, nameHandler } from "./handler-names";
import type { Replay } from "./replay";

type Callbacks = Pick<
  DCIntegrationAddon.EventBus,
  "Fire" | "RegisterCallback" | "UnregisterCallback" | "UnregisterAllCallbacks"
>;

function nameOfTarget(target: object | string): string | undefined {
  if (typeof target === "string") return target;
  const { name } = target as { name?: unknown };
  return typeof name === "string" ? name : undefined;
}

/** The bus in CallbackHandler-1.0's manner: addons are used to it, and a target can drop all it has registered. */
export function createCallbacks(bus: EventBus, replay: Replay): Callbacks {
  const registry = new CallbackRegistry();
  return {
    Fire(eventName, ...args) {
      // Counted in a statement of its own: elsewhere the compiler goes through a table, which ends at the first nil.
      const count = select("#", ...args);
      checkData("Fire", checkEventName("eventName", eventName));
      bus.RegisterEventType(eventName);
      bus.Publish(toEventInput(eventName, { values: args, count }));
    },

    RegisterCallback(target, eventName, method) {
      if (typeof target !== "string") checkArgument("RegisterCallback", "target", target, "table");
      checkData("RegisterCallback", checkEventName("eventName", eventName));
      const call = method ?? eventName;
      // Only a table has methods that a name can mean.
      if (typeof target === "string") checkArgument("RegisterCallback", "method", method, "function");
      else if (typeof call !== "function") checkArgument("RegisterCallback", "method", call, "string");
      const handler = toHandler(target, call);
      nameHandler(handler, nameOfTarget(target) ?? callerPlace());
      bus.RegisterEventType(eventName);
      const id = bus.Subscribe(eventName, handler);
      const replaced = registry.replace(target, eventName, id);
      if (replaced !== undefined) bus.Unsubscribe(replaced);
      replay(eventName, handler, { goesOn: () => registry.find(target, eventName) === id });
    },

    UnregisterCallback(target, eventName) {
      if (typeof target !== "string") checkArgument("UnregisterCallback", "target", target, "table");
      checkArgument("UnregisterCallback", "eventName", eventName, "string");
      const id = registry.remove(target, eventName);
      if (id !== undefined) bus.Unsubscribe(id);
    },

    UnregisterAllCallbacks(target) {
      if (typeof target !== "string") checkArgument("UnregisterAllCallbacks", "target", target, "table");
      for (const id of registry.removeAll(target)) bus.Unsubscribe(id);
    },
  };
}
