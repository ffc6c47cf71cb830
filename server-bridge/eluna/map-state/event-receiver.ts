import { EVENT_TYPES, type EventTypeRow } from "../../../shared/catalog/event-types";
import { checkPayload } from "../../../shared/emit/check-payload";
import type { EventBus } from "../../../shared/events/event-bus";
import type { Complaint } from "../../../shared/profile/check-operation";
import { readEvent } from "./event-text";
import { RareLine } from "./rare-line";

const CATALOG: readonly EventTypeRow[] = EVENT_TYPES;

function payloadTypes(): Record<string, EventTypeRow["payload"] | undefined> {
  const types: Record<string, EventTypeRow["payload"] | undefined> = {};
  for (const row of CATALOG) types[row.name] = row.payload;
  return types;
}

/** The world's end of the way that events take from the states of maps. */
export class EventReceiver {
  /** What was dropped since the script started. */
  readonly dropped = new RareLine();
  private readonly types = payloadTypes();

  constructor(private readonly bus: EventBus) {}

  /** @param json What `writeEvent` wrote, or anything else that the console was given. */
  take(json: string): void {
    const problem = this.publish(json);
    if (problem !== undefined) this.dropped.add(`dropped an event of a map: ${problem}`);
  }

  private publish(json: string): Complaint {
    const { input, problem } = readEvent(json);
    if (input === undefined) return problem;
    if (!this.bus.HasEventType(input.type)) {
      return `unknown event type '${input.type}'; a script of the world's state must register it, too`;
    }
    const types = this.types[input.type];
    const complaint = types === undefined ? undefined : checkPayload(types, input.data);
    if (complaint !== undefined) return `${input.type}: ${complaint}`;
    this.bus.Publish(input);
    return undefined;
  }
}
