import type { Complaint } from "../../shared/language/complaint";
import { checkTypeName, problemOf } from "../../shared/events/check-input";
import type { EventInput } from "../../shared/events/event";
import { isTable } from "../cache/check-values";

/** What is wrong with the name of an event. Any text may be one: it is made known when it is first used. */
export function checkEventName(name: string, value: unknown): Complaint {
  if (typeof value !== "string") return `${name} must be a string, not ${type(value)}`;
  return checkTypeName(value);
}

/**
 * What is wrong with an event that is to be published. Asked before the bus is: it would put its error on our line, not on the
 * caller's.
 */
export function checkEvent(event: unknown): Complaint {
  if (!isTable(event)) return `event must be a table, not ${type(event)}`;
  return checkEventName("event.type", event.type) ?? problemOf(undefined, event as unknown as EventInput);
}
