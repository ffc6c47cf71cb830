import { Channel } from "./channel";
import type { EventInput } from "./event";
import { createSubscription } from "./subscription";

/** Calls the handlers of `channel` for `input`, all by the same line. */
export type Caller = (this: void, input: EventInput, channel: Channel) => void;

const BLAMED = "blamed";

function blameCaller(): void {
  error(BLAMED, 2);
}

/** What Lua puts before the text of a handler's `error(text, 2)` when `caller` has called it ("realm.lua:12: "). */
export function callerLine(caller: Caller): string {
  const channel = new Channel("", false, () => {});
  channel.add(createSubscription({ id: 0, type: "", handler: blameCaller }), true);
  const [, blame] = pcall(caller, { type: "", player: 0, data: {} }, channel);
  const text = tostring(blame);
  const line = text.substring(0, text.length - BLAMED.length);
  return `${line}${BLAMED}` === text ? line : "";
}
