import { type Direction } from "../protocol";
import { writeNumber } from "./numbers";

/** Stands where a long message has its id: id 0, the whole payload follows. */
export const SHORT_MARK = writeNumber(0);

/** Bytes of id, part count and part number before each slice of a long message. */
export const LONG_HEADER_LENGTH = 6;

/**
 * Cuts a payload into the texts of addon messages. `nextId` is called only if it takes more than one, so that
 * short messages use up no ids.
 */
export function splitIntoFrames(payload: string, direction: Direction, nextId: () => number): string[] {
  const room = direction.longestFrame - direction.prefix.length - "\t".length;
  if (payload.length <= room - SHORT_MARK.length) return [SHORT_MARK + payload];
  const slice = room - LONG_HEADER_LENGTH;
  const count = math.ceil(payload.length / slice);
  const head = writeNumber(nextId()) + writeNumber(count);
  const frames: string[] = [];
  for (let part = 1; part <= count; part++) {
    const first = (part - 1) * slice + 1;
    frames.push(head + writeNumber(part) + string.sub(payload, first, first + slice - 1));
  }
  return frames;
}
