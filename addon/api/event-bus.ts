import { EventBus, type EventBusHost } from "../../shared/events/event-bus";
import type { PlayerCache } from "../cache/player-cache";
import { toErrorHandler } from "../client/guard";
import type { Ticker } from "../client/ticker";
import { createCallbacks } from "./bus-callbacks";
import { createSubscriptions } from "./bus-subscriptions";
import { handlerName } from "./handler-names";
import { createReplay } from "./replay";

/** The global `DCEventBus`: two manners of listening and firing on one bus. */
export function createEventBus(cache: PlayerCache, ticker: Ticker): DCIntegrationAddon.EventBus {
  const host: EventBusHost = { clock: { now: () => time() }, report: toErrorHandler, describe: handlerName };
  const bus = new EventBus(host);
  const replay = createReplay(cache, host);
  return { ...createCallbacks(bus, replay), ...createSubscriptions(bus, ticker, replay) };
}
