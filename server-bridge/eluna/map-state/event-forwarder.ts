import { EVENT_TYPES, type EventTypeRow } from "../../../shared/catalog/event-types";
import type { EventInput } from "../../../shared/events/event";
import { EVENT_COMMAND, writeEvent } from "./event-text";
import { RareLine } from "./rare-line";

const CATALOG: readonly EventTypeRow[] = EVENT_TYPES;

/** Types of which a fight brings so many that the bus keeps no history of them: too many for the console, too. */
function frequentTypes(): Record<string, true | undefined> {
  const frequent: Record<string, true | undefined> = {};
  for (const row of CATALOG) if (row.history === false) frequent[row.name] = true;
  return frequent;
}

/** Sends the events of a map's state to the world's, where the integrations are. */
export class EventForwarder {
  /** Events that could not be written. */
  readonly unsent = new RareLine();
  private readonly frequent = frequentTypes();

  forward(event: EventInput): void {
    if (this.frequent[event.type] !== undefined) return;
    const { text, problem } = writeEvent(event);
    if (text === undefined) this.unsent.add(`${event.type} stays in the state of its map: ${problem}`);
    else RunCommand(`${EVENT_COMMAND} ${text}`);
  }
}
