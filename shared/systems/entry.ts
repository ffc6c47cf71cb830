import { textOf } from "../language/text-of";
import type { System, SystemMethod, SystemState } from "./system";

/** What the registry keeps of a system. */
export interface Entry {
  readonly name: string;
  readonly system: System;
  state: SystemState;
  reason: string | undefined;
  /** The reason for waiting that was reported last: the same one is not repeated. */
  told: string | undefined;
  errors: number;
  /** The failure of each handler that was reported last: the same one is counted and not repeated. */
  readonly lastFailures: Partial<Record<SystemMethod, string>>;
}

export function newEntry(name: string, system: System): Entry {
  return { name, system, state: "waiting", reason: undefined, told: undefined, errors: 0, lastFailures: {} };
}

/** What a system in each state is, told to those that need it. */
export const IN_WORDS: Record<SystemState, string> = {
  waiting: "waits",
  resolving: "is not running yet",
  initialising: "is not running yet",
  running: "is running",
  failed: "is left out",
  stopped: "is shut down",
};

/** Calls a method, if the system has it; returns what it raised as a string. */
export function failureOf(system: System, method: SystemMethod, value: number): string | undefined {
  const [succeeded, failure] = pcall(() => system[method]?.(value));
  return succeeded ? undefined : textOf(failure);
}

/** The part of `path` that begins with `first`; each of them needs the next, and the last one the first. */
export function circleIn(path: readonly Entry[], first: Entry): Entry[] {
  const circle: Entry[] = [];
  for (const entry of path) {
    if (circle.length > 0 || entry === first) circle.push(entry);
  }
  return circle;
}
