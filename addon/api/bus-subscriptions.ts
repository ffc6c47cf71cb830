import type { EventBus } from "../../shared/events/event-bus";
import type { Ticker } from "../client/ticker";
import { checkArgument } from "./check-arguments";
import { callerPlace, handlerName, nameHandler } from "./handler-names";
import type { Replay } from "./replay";

type Subscriptions = Pick<
  DCIntegrationAddon.EventBus,
  | "Subscribe"
  | "Unsubscribe"
  | "Publish"
  | "PublishAsync"
  | "PublishBatch"
  | "GetRecentEvents"
  | "ClearHistory"
>;

/** The bus in the realm's manner, so that code which knows `DC.EventBus` there is at home here. */
export function createSubscriptions(bus: EventBus, ticker: Ticker, replay: Replay): Subscriptions {
  return {
    Subscribe(eventName, handler, filter, priority) {
      checkArgument("Subscribe", "eventName", eventName, "string");
      checkArgument("Subscribe", "handler", handler, "function");
      if (handlerName(handler) === undefined) nameHandler(handler, callerPlace());
      bus.RegisterEventType(eventName);
      const id = bus.Subscribe(eventName, handler, filter, priority);
      replay(eventName, handler, filter);
      return id;
    },

    Unsubscribe(id) {
      bus.Unsubscribe(id);
    },

    Publish(event) {
      checkArgument("Publish", "event", event, "table");
      checkArgument("Publish", "event.type", event.type, "string");
      bus.RegisterEventType(event.type);
      bus.Publish(event);
    },

    PublishAsync(event) {
      checkArgument("PublishAsync", "event", event, "table");
      checkArgument("PublishAsync", "event.type", event.type, "string");
      bus.RegisterEventType(event.type);
      bus.PublishAsync(event);
      ticker.after(0, "PublishAsync", () => {
        bus.Tick();
      });
    },

    PublishBatch(events) {
      checkArgument("PublishBatch", "events", events, "table");
      for (const event of events) {
        checkArgument("PublishBatch", "event.type", event.type, "string");
        bus.RegisterEventType(event.type);
      }
      bus.PublishBatch(events);
    },

    GetRecentEvents(eventName, count) {
      return bus.GetRecentEvents(eventName, count);
    },

    ClearHistory() {
      bus.ClearHistory();
    },
  };
}
