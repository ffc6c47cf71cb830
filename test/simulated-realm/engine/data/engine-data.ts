import { engines } from "../../../fixtures/lua-engines.json";
import type { EngineName } from "./engine-name";

/** Names of one table of an engine, and what is particular about some of them. */
export interface NameList {
  readonly names: readonly string[];
  /** The name exists, and calling it raises an error. */
  readonly missing: readonly string[];
  readonly worldOnly: readonly string[];
  readonly mapOnly: readonly string[];
  /** Raises an error when `Eluna.UseUnsafeMethods` is off. */
  readonly unsafe: readonly string[];
}

export interface ClassNames extends NameList {
  readonly inherits: readonly string[];
}

export interface HookRow {
  readonly name: string;
  /** Name in Eluna's global table `events`. */
  readonly key: string;
  readonly args: string | null;
  readonly state: string;
  readonly fires: boolean;
}

export interface EngineData {
  readonly engineName: string;
  readonly coreName: string;
  readonly expansion: number;
  readonly queryClass: string;
  readonly multistate: boolean;
  /** Objects die when the outermost hook returns; otherwise they live as long as the thing itself. */
  readonly objectsDieWithTheHook: boolean;
  readonly commonMethods: readonly string[];
  readonly globals: NameList;
  readonly classes: Readonly<Record<string, ClassNames>>;
  readonly registerFunctions: Readonly<Record<string, readonly string[]>>;
  readonly maximumEventId: Readonly<Record<string, number>>;
  readonly hooks: Readonly<Record<string, Readonly<Record<string, HookRow>>>>;
}

export function engineData(this: void, engine: EngineName): EngineData {
  const data: EngineData | undefined = engines[engine];
  if (data === undefined) error(`there is no engine '${tostring(engine)}'`, 2);
  return data;
}

/** What calling a name does. */
export type Availability = "callable" | "missing" | "worldOnly" | "mapOnly";

/** Index over a `NameList`: availability by name, nil for a name that the engine does not have. */
export function indexNames(this: void, list: NameList): Record<string, Availability | undefined> {
  const index: Record<string, Availability | undefined> = {};
  for (const name of list.names) index[name] = "callable";
  for (const name of list.worldOnly) index[name] = "worldOnly";
  for (const name of list.mapOnly) index[name] = "mapOnly";
  for (const name of list.missing) index[name] = "missing";
  return index;
}
