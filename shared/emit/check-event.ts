import type { Complaint } from "../language/complaint";
import { findEventType } from "../catalog/event-types";
import { checkPayload } from "./check-payload";
import type { EventInput } from "../events/event";
import { checkGuid } from "../profile/check-arguments";

/**
 * What is wrong by the catalog with an event from outside, of another program or of a map state: checked before anybody hears
 * of it, so that nothing is carried out by half. What types of scripts carry stands nowhere.
 *
 * @param playerName What the publisher calls the player's low GUID.
 */
export function checkEvent({ type, player, data }: EventInput, playerName?: string): Complaint {
  const row = findEventType(type);
  if (row === undefined) return undefined;
  const complaint =
    (row.realm === true ? undefined : checkGuid(player, playerName)) ?? checkPayload(row.payload, data);
  return complaint === undefined ? undefined : `${type}: ${complaint}`;
}
