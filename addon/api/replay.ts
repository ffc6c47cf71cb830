import { type Event, eventMethods } from "../../shared/events/event";
import type { EventBusHost } from "../../shared/events/event-bus";
import { DATA_SETS } from "../../shared/wire/payloads";
import type { PlayerCache } from "../cache/player-cache";
import { guarded } from "../client/guard";
import { DATA_UPDATE } from "./addon-events";
import { toEventInput } from "./fired-event";
import { handlerName } from "./handler-names";

type Handler = (this: void, event: Event) => void;
type Filter = (this: void, event: Event) => boolean;

/** How a handler listens. */
interface Listening {
  readonly filter?: Filter | number | undefined;
  /** Whether it still does; left out where it cannot end before it has begun. */
  readonly goesOn?: (this: void) => boolean;
}

/** Tells a new handler of `eventName` what it has missed. */
export type Replay = (this: void, eventName: string, handler: Handler, listening: Listening) => void;

/** A listener to data updates that comes late gets one for each data set of which anything is known. */
export function createReplay(cache: PlayerCache, host: EventBusHost): Replay {
  return (eventName, handler, { filter, goesOn }) => {
    if (eventName !== DATA_UPDATE) return;
    for (const dataType of DATA_SETS) {
      if (cache.holdsAny(dataType) && goesOn?.() !== false) {
        const packed = { values: [dataType, cache.data], count: 2 };
        const input = { ...toEventInput(eventName, packed), player: 0, timestamp: host.clock.now() };
        const event = setmetatable(input, eventMethods) as Event;
        guarded(`${eventName} handler ${handlerName(handler)}`, () => {
          if (typeof filter !== "function" || filter(event)) handler(event);
        });
      }
    }
  };
}
