import { aleEngine } from "./ale";
import { elunaEngine, elunaOnAzerothCore, elunaOnMangos } from "./eluna";
import type { Engine } from "./engine";

/** The adapter for the engine that runs this script. Probing functions proves nothing on Eluna, so it goes by names. */
export function detectEngine(): Engine {
  if (GetLuaEngine() === "ALEEngine") return aleEngine();
  const core = GetCoreName();
  if (core === "AzerothCore") return elunaOnAzerothCore();
  return core === "cMaNGOS" ? elunaOnMangos() : elunaEngine(core);
}
