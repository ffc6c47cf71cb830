/**
 * A custom system of the server: the document's ISystem, with the player's low GUID where that has a Player. A plain
 * table or a class instance; methods are called with it as `self`, and all but `GetName` may be missing.
 */
export interface System {
  /** Names of the systems that must run before this one. */
  readonly dependencies?: readonly string[];
  /** Must be unique and stay the same. */
  GetName(): string;
  Initialize?(): void;
  Shutdown?(): void;
  OnPlayerLogin?(guid: number): void;
  OnPlayerLogout?(guid: number): void;
  OnDailyReset?(): void;
  OnWeeklyReset?(): void;
  OnSeasonEnd?(seasonId: number): void;
}

/** The methods that a system may have beside `GetName`. */
export const SYSTEM_METHODS = [
  "Initialize",
  "Shutdown",
  "OnPlayerLogin",
  "OnPlayerLogout",
  "OnDailyReset",
  "OnWeeklyReset",
  "OnSeasonEnd",
] as const satisfies readonly (keyof System)[];

/** Everything that the registry asks a system for. */
export const SYSTEM_MEMBERS: readonly string[] = [
  "dependencies",
  "GetName",
  ...SYSTEM_METHODS,
] satisfies (keyof System)[];

export type SystemMethod = (typeof SYSTEM_METHODS)[number];

/**
 * waiting: registered, `InitializeAll` has not come to it, or it needs a system that is not there yet. resolving: its dependencies
 * are being initialised. initialising: its `Initialize` runs. running: gets broadcasts. failed: left out. stopped: shut down.
 */
export type SystemState = "waiting" | "resolving" | "initialising" | "running" | "failed" | "stopped";

/** What `List` tells of a system. */
export interface SystemStatus {
  readonly name: string;
  readonly state: SystemState;
  /** Why the system failed or still waits, or what went wrong when it was shut down. */
  readonly reason: string | undefined;
  /** How many of its broadcast handlers' calls raised an error. */
  readonly errors: number;
}
