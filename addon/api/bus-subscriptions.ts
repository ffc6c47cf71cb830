import { checkSubscription } from "../../shared/events/check-subscription";
import type { EventBus } from "../../shared/events/event-bus";
import type { Ticker } from "../client/ticker";
import { checkArgument, checkData } from "./check-arguments";
import { checkEvent, checkEventName } from "./check-event";
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
      checkData("Subscribe", checkEventName("eventName", eventName));
      checkArgument("Subscribe", "handler", handler, "function");
      checkData("Subscribe", checkSubscription(handler, filter, priority));
      if (handlerName(handler) === undefined) nameHandler(handler, callerPlace());
      bus.RegisterEventType(eventName);
      const id = bus.Subscribe(eventName, handler, filter, priority);
      replay(eventName, handler, { filter });
      return id;
    },

    Unsubscribe(id) {
      bus.Unsubscribe(id);
    },

    Publish(event) {
      checkData("Publish", checkEvent(event));
      bus.RegisterEventType(event.type);
      bus.Publish(event);
    },

    PublishAsync(event) {
      checkData("PublishAsync", checkEvent(event));
      bus.RegisterEventType(event.type);
      bus.PublishAsync(event);
      ticker.after(0, "PublishAsync", () => {
        bus.Tick();
      });
    },

    PublishBatch(events) {
      checkArgument("PublishBatch", "events", events, "table");
      for (const event of events) checkData("PublishBatch", checkEvent(event));
      for (const event of events) bus.RegisterEventType(event.type);
      bus.PublishBatch(events);
    },

    GetRecentEvents(eventName, count) {
      if (count !== undefined) checkArgument("GetRecentEvents", "count", count, "number");
      return bus.GetRecentEvents(eventName, count);
    },

    ClearHistory() {
      bus.ClearHistory();
    },
  };
}
