import { findEventType } from "../../../shared/catalog/event-types";
import type { EventInput } from "../../../shared/events/event";
import { EVENT_COMMAND, writeEvent } from "./event-text";
import { RareLine } from "./rare-line";

/** Sends the events of a map state to the world's, where the integrations are. */
export class EventForwarder {
  /** Events that could not be written. */
  readonly unsent = new RareLine();

  forward(event: EventInput): void {
    // A fight brings so many that the bus keeps no history of them: too many for the console, too.
    if (findEventType(event.type)?.history === false) return;
    const { text, problem } = writeEvent(event);
    if (text === undefined) this.unsent.add(`${event.type} stays in its map state: ${problem}`);
    else RunCommand(`${EVENT_COMMAND} ${text}`);
  }
}
