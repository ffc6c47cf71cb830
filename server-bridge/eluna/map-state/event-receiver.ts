import type { Complaint } from "../../../shared/language/complaint";
import type { EventBus } from "../../../shared/events/event-bus";
import { checkEvent } from "../../../shared/emit/check-event";
import { readEvent } from "./event-text";
import { RareLine } from "./rare-line";

/** The world's end of the way that events take from the map states. */
export class EventReceiver {
  /** What was dropped since the script started. */
  readonly dropped = new RareLine();

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
      return `unknown event type '${input.type}'; a script of the world state must register it, too`;
    }
    const complaint = checkEvent(input);
    if (complaint === undefined) this.bus.Publish(input);
    return complaint;
  }
}
