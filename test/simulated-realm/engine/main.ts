import { Double } from "./double";
import type { Script, WorldOptions } from "./world/options";

/**
 * The engine double: a stand-in for worldserver with one of the four Lua engines, as strict as their descriptions. Makes
 * one world, which runs nothing until `start`.
 */
export function create(this: void, options: WorldOptions, scripts: readonly Script[]): Double {
  return new Double(options, scripts);
}
