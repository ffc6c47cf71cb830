import { calledByDot } from "../language/called-by-dot";
import { checkSystem } from "./check-system";
import { circleIn, type Entry, failureOf, IN_WORDS, newEntry } from "./entry";
import { misspeltMembers } from "./misspelt-members";
import type { System, SystemMethod, SystemState, SystemStatus } from "./system";

/** What the registry needs of its host. */
export interface SystemRegistryHost {
  /** Called with a sentence for the log when a system is left out or must wait, or when one of its methods fails. */
  readonly report: (this: void, problem: string) => void;
  /** Told before a system's method whose subscriptions come now, and after it whose they are again, empty for nobody's. */
  readonly subscribeFor?: (this: void, system: string) => void;
  /** Told that a system is left out: what it has subscribed to until then must not reach it. */
  readonly leftOut?: (this: void, system: string) => void;
}

/**
 * The document's SystemRegistry. Systems that are registered before `InitializeAll` wait for it and are initialised
 * after those that they depend on; later ones at once. A system whose dependency is not there yet waits for it, which is
 * reported. A system that fails is reported and left out together with those that depend on it, and the others run.
 */
export class SystemRegistry {
  /** In the order of registration. */
  private readonly entries: Entry[] = [];
  private readonly byName: Record<string, Entry> = {};
  /** In the order of initialisation. */
  private readonly running: Entry[] = [];
  private started = false;
  /** The system whose `Initialize` runs, or empty. */
  private initialising = "";
  /** The system one of whose methods runs, or empty. */
  private acting = "";
  /** How many systems have been initialised or left out: while it grows, others may have got what they wait for. */
  private settled = 0;

  constructor(private readonly host: SystemRegistryHost) {}

  /** Adds a system. One that is malformed, or has the name of another, is an error at the caller's line. */
  Register(system: System): void {
    const complaint = calledByDot(this, "SystemRegistry:Register") ?? checkSystem(system);
    if (complaint !== undefined) error(`SystemRegistry: Register: ${complaint}`, 2);
    const name = system.GetName();
    if (typeof name !== "string" || name === "") {
      error("SystemRegistry: Register: GetName must return a string that is not empty", 2);
    }
    if (this.byName[name] !== undefined) {
      error(`SystemRegistry: Register: there is a system '${name}' already`, 2);
    }
    const entry = newEntry(name, system);
    this.byName[name] = entry;
    this.entries.push(entry);
    this.reportMisspelt(entry);
    if (!this.started) return;
    this.start(entry, []);
    if (this.initialising === "") this.startWaiting();
  }

  /** The system called `name`; undefined if there is none, or it failed or was stopped. */
  Get(name: string): System | undefined {
    const complaint = calledByDot(this, "SystemRegistry:Get");
    if (complaint !== undefined) error(complaint, 2);
    const entry = this.byName[name];
    if (entry === undefined || entry.state === "failed" || entry.state === "stopped") return undefined;
    return entry.system;
  }

  /** Initialises every system that waits. The host calls it when all scripts have been read and have registered theirs. */
  InitializeAll(): void {
    this.started = true;
    this.startWaiting();
  }

  /** The same for what is registered so far, the host's own systems: what comes later still waits for `InitializeAll`. */
  initializeRegistered(): void {
    this.startWaiting();
  }

  /** Shuts the running systems down, last initialised first. Systems registered from now on wait. */
  ShutdownAll(): void {
    this.started = false;
    let entry = this.running.pop();
    while (entry !== undefined) {
      const failure = this.call(entry, "Shutdown", 0);
      entry.state = "stopped";
      if (failure !== undefined) {
        entry.reason = `Shutdown failed: ${failure}`;
        this.host.report(`system '${entry.name}': ${entry.reason}`);
      }
      entry = this.running.pop();
    }
  }

  BroadcastPlayerLogin(guid: number): void {
    this.broadcast("OnPlayerLogin", guid);
  }

  BroadcastPlayerLogout(guid: number): void {
    this.broadcast("OnPlayerLogout", guid);
  }

  BroadcastDailyReset(): void {
    this.broadcast("OnDailyReset", 0);
  }

  BroadcastWeeklyReset(): void {
    this.broadcast("OnWeeklyReset", 0);
  }

  BroadcastSeasonEnd(seasonId: number): void {
    this.broadcast("OnSeasonEnd", seasonId);
  }

  /** Every system in the order of registration, with its state. */
  List(): SystemStatus[] {
    const complaint = calledByDot(this, "SystemRegistry:List");
    if (complaint !== undefined) error(complaint, 2);
    const list: SystemStatus[] = [];
    for (const { name, state, reason, errors } of this.entries) list.push({ name, state, reason, errors });
    return list;
  }

  /** Initialises whatever can be, also what an `Initialize` registers meanwhile, and says why the others must wait. */
  private startWaiting(): void {
    let settled: number;
    do {
      settled = this.settled;
      for (const entry of this.entries) this.start(entry, []);
    } while (settled !== this.settled);
    for (const entry of this.entries) this.reportWaiting(entry);
  }

  private reportMisspelt({ name, system }: Entry): void {
    const hints = misspeltMembers(system);
    if (hints.length > 0)
      this.host.report(`system '${name}': the registry has no use for ${hints.join(", ")}`);
  }

  private reportWaiting(entry: Entry): void {
    const { name, state, reason } = entry;
    if (state !== "waiting" || reason === undefined || reason === entry.told) return;
    entry.told = reason;
    this.host.report(`system '${name}' waits: ${reason}`);
  }

  /** Initialises `entry` after its dependencies. `path` is the systems that wait for this one. */
  private start(entry: Entry, path: Entry[]): void {
    if (entry.state !== "waiting") return;
    entry.state = "resolving";
    path.push(entry);
    let missing: string | undefined;
    for (const name of entry.system.dependencies ?? []) {
      const reason = this.resolve(entry, name, path);
      missing ??= reason;
    }
    path.pop();
    if (this.stateOf(entry) !== "resolving") return;
    entry.reason = missing;
    if (missing === undefined) this.initialize(entry);
    else entry.state = "waiting";
  }

  /** Read through a method: TypeScript does not see that a call has changed it. */
  private stateOf(entry: Entry): SystemState {
    return entry.state;
  }

  /** Starts what `entry` needs, and leaves it out if that has failed. Returns why `entry` must wait, if it must. */
  private resolve(entry: Entry, name: string, path: Entry[]): string | undefined {
    const dependency = this.byName[name];
    if (dependency === undefined) return `it needs '${name}', which nobody has registered`;
    if (dependency.state === "resolving") this.leaveOutCircle(circleIn(path, dependency));
    else this.start(dependency, path);
    const state = this.stateOf(dependency);
    if (state === "running") return undefined;
    const reason = `it needs '${name}', which ${IN_WORDS[state]}`;
    if (state !== "failed" && state !== "stopped") return reason;
    this.leaveOut(entry, reason);
    return undefined;
  }

  private leaveOutCircle(circle: readonly Entry[]): void {
    let names = "";
    for (const { name } of circle) names += `${name} -> `;
    for (const entry of circle) {
      this.leaveOut(entry, `systems need each other: ${names}${circle[0]?.name ?? ""}`);
    }
  }

  private initialize(entry: Entry): void {
    const outer = this.initialising;
    entry.state = "initialising";
    this.initialising = entry.name;
    const failure = this.call(entry, "Initialize", 0);
    this.initialising = outer;
    if (failure !== undefined) {
      this.leaveOut(entry, `Initialize failed: ${failure}`);
      return;
    }
    entry.state = "running";
    this.settled++;
    this.running.push(entry);
  }

  /** The first reason counts. */
  private leaveOut(entry: Entry, reason: string): void {
    if (entry.state === "failed") return;
    entry.state = "failed";
    entry.reason = reason;
    this.settled++;
    this.host.leftOut?.(entry.name);
    this.host.report(`system '${entry.name}' is left out: ${reason}`);
  }

  /** A system that starts running meanwhile gets the next broadcast, not this one. */
  private broadcast(method: SystemMethod, value: number): void {
    const count = this.running.length;
    for (let index = 0; index < count; index++) {
      const entry = this.running[index];
      if (entry !== undefined) this.deliver(entry, method, value);
    }
  }

  /** Calls a method; what it subscribes to belongs to its system. Returns what it raised as a string. */
  private call({ name, system }: Entry, method: SystemMethod, value: number): string | undefined {
    const outer = this.acting;
    this.acting = name;
    this.host.subscribeFor?.(name);
    const failure = failureOf(system, method, value);
    this.acting = outer;
    this.host.subscribeFor?.(outer);
    return failure;
  }

  private deliver(entry: Entry, method: SystemMethod, value: number): void {
    const failure = this.call(entry, method, value);
    if (failure === undefined) return;
    entry.errors++;
    if (failure === entry.lastFailures[method]) return;
    entry.lastFailures[method] = failure;
    this.host.report(`system '${entry.name}': ${method} failed: ${failure}`);
  }
}
