import type { engines } from "../../../fixtures/lua-engines.json";

/** The four engines, as the fixture names them: ALE, and Eluna on three cores. */
export type EngineName = keyof typeof engines;
