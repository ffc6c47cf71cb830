import { EVENT_TYPES, type EventTypeName, type EventTypeRow } from "../../../shared/catalog/event-types";
import type { EventInput } from "../../../shared/events/event";
import { EventBus } from "../../../shared/events/event-bus";
import { EVENT_COMMAND, writeEvent } from "./event-text";
import { RareLine } from "./rare-line";

const CATALOG: readonly EventTypeRow[] = EVENT_TYPES;

/** Types of which a fight brings so many that the bus keeps no history of them: too many for the console, too. */
function frequentTypes(): Record<string, true | undefined> {
  const frequent: Record<string, true | undefined> = {};
  for (const row of CATALOG) if (row.history === false) frequent[row.name] = true;
  return frequent;
}

/**
 * The bus of a map's state. Its own subscribers run first, and what they have made of the event then goes to the world's
 * state, where the integrations are. Both ways of publishing come through `Publish`.
 */
export class ForwardingBus extends EventBus {
  /** Events that could not be written. */
  readonly unsent = new RareLine();
  private readonly frequent = frequentTypes();

  override Publish<N extends EventTypeName>(input: EventInput<N>): void;
  override Publish(input: EventInput): void;
  override Publish(input: EventInput): void {
    super.Publish(input);
    if (this.frequent[input.type] === undefined) this.forward(input);
  }

  private forward(input: EventInput): void {
    const { text, problem } = writeEvent(input);
    if (text === undefined) this.unsent.add(`${input.type} stays in the state of its map: ${problem}`);
    else RunCommand(`${EVENT_COMMAND} ${text}`);
  }
}
