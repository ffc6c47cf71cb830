import { Double } from "./double";
import type { Script } from "./specs";
import type { WorldOptions } from "./world/options";

export { open } from "./border/open";

/**
 * The engine double: a stand-in for worldserver with one of the four Lua engines, as strict as their descriptions. Makes
 * one world, which runs nothing until `start`.
 */
export function create(this: void, options: WorldOptions, scripts: readonly Script[]): Double {
  return new Double(options, scripts);
}
