import { EventType } from "../../../shared/catalog/event-types";
import { EventBus } from "../../../shared/events/event-bus";

export interface Harness {
  readonly bus: EventBus;
  readonly reports: string[];
  readonly calls: string[];
}

/** The ways in which a bus calls its handlers; what it promises is the same by each. */
export const WAYS = ["all in one protected call", "each in a protected call", "each timed"] as const;
export type Way = (typeof WAYS)[number];

export function createBus(way: Way, report: (this: void, problem: string) => void): EventBus {
  const bus = new EventBus({
    clock: { now: () => 1000 },
    report,
    isLuaJit: way === "each in a protected call",
  });
  if (way === "each timed") bus.StartProfiling(() => 0);
  return bus;
}

export function harness(way: Way): Harness {
  const reports: string[] = [];
  return { bus: createBus(way, (problem) => reports.push(problem)), reports, calls: [] };
}

/** Subscribes, in this order, a handler for each name that notes it, and then raises if the name begins with "bad". */
export function subscribeAll({ bus, calls }: Harness, names: readonly string[], type = "BOSS_KILL"): void {
  for (const name of names) {
    bus.Subscribe(type, () => {
      calls.push(name);
      if (name.startsWith("bad")) error(`${name} raised`);
    });
  }
}

/** How deep handlers can publish from within handlers. */
export function depthLeft(bus: EventBus): number {
  let count = 0;
  const id = bus.Subscribe(EventType.PVP_KILL, () => {
    count++;
    bus.Publish({ type: EventType.PVP_KILL });
  });
  bus.Publish({ type: EventType.PVP_KILL });
  bus.Unsubscribe(id);
  return count;
}
