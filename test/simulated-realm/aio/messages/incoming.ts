import { isList } from "../lua-values";
import { loads } from "../wire/smallfolk-reader";

/**
 * Calls `take` for each block of a payload, in order. A payload that is no table is ignored; one that is no
 * Smallfolk text raises.
 */
export function forEachBlock(payload: string, take: (block: unknown) => void): void {
  const blocks = loads(payload);
  if (!isList(blocks)) return;
  // As far as Lua's `#` goes, holes included: a nil among the blocks raises in its own protected call.
  for (let i = 0; i < blocks.length; i++) take(blocks[i]);
}
