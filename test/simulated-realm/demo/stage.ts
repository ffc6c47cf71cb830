import type { Connection } from "mysql2/promise";
import type { BridgeProcess } from "../host/bridge-process";
import type { SimulatedRealm } from "../host/simulated-realm";
import type { Commentary } from "./commentary";

/** What a step of the story can look at, and the players on it. */
export interface Stage {
  readonly realm: SimulatedRealm;
  readonly bridge: BridgeProcess;
  /** A connection of somebody else: an admin's SQL client. */
  readonly database: Connection;
  readonly commentary: Commentary;
  /** Folders of the author's addons, for Arthas's client. */
  readonly addons: readonly string[];
  /** Whether the author's scripts, addons or rows may change what the story expects. */
  readonly mayDiffer: boolean;
  /** Ctrl+C, or a SIGTERM. */
  readonly stop: AbortSignal;
}

/** Nothing more will come: somebody stops it all, or there is no bridge. */
export function isOver({ stop, bridge }: Stage): boolean {
  return stop.aborted || bridge.hasEnded();
}

/** A value that a step expects, and where to look for it. */
export interface Arrival {
  /** "the tables", "the realm", "Arthas' addon". */
  readonly where: string;
  /** What is looked at, in words. */
  readonly what: string;
  readonly expected: string;
  readonly look: () => string | Promise<string>;
}

/** One step of the story: something happens, and then it has to be seen in several places. */
export interface Step {
  readonly title: string;
  readonly happens: string;
  readonly act: () => void | Promise<void>;
  readonly arrivals: readonly Arrival[];
}

/** The first column of each row. */
export async function textsOf(database: Connection, sql: string): Promise<string[]> {
  const [rows] = await database.query({ sql, rowsAsArray: true });
  return (rows as unknown[][]).map((row) => String(row[0]));
}

/** The first column of the first row, or "no row". */
export async function lookUp(database: Connection, sql: string): Promise<string> {
  const [text = "no row"] = await textsOf(database, sql);
  return text;
}
