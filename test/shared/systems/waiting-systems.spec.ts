import { EventBus } from "../../../shared/events/event-bus";
import type { System } from "../../../shared/systems/system";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import { expectEqual } from "../expectations";

interface Harness {
  readonly registry: SystemRegistry;
  readonly bus: EventBus;
  /** Names of the systems that were initialised, in order. */
  readonly started: string[];
  readonly reports: string[];
}

/** A registry whose systems subscribe to a bus, as in the realm. */
function harness(): Harness {
  const reports: string[] = [];
  const report = (problem: string): void => {
    reports.push(problem);
  };
  const bus = new EventBus({ clock: { now: () => 1000 }, report });
  const registry = new SystemRegistry({
    report,
    subscribeFor: (system) => bus.SubscribeFor(system),
    leftOut: (system) => bus.SetSystemEnabled(system, false),
  });
  return { registry, bus, started: [], reports };
}

function system({ started }: Harness, name: string, dependencies: readonly string[] = []): System {
  return { dependencies, GetName: () => name, Initialize: () => started.push(name) };
}

function stateOf(registry: SystemRegistry, name: string): string {
  for (const row of registry.List()) {
    if (row.name === name) return row.reason === undefined ? row.state : `${row.state}: ${row.reason}`;
  }
  return "unknown";
}

describe("A system that needs what nobody has registered", () => {
  it("waits, which is reported once, and starts behind it", () => {
    const made = harness();
    const { registry, started, reports } = made;
    registry.Register(system(made, "contest", ["fishing"]));
    registry.InitializeAll();
    registry.Register(system(made, "other"));
    const reason = "it needs 'fishing', which nobody has registered";
    expectEqual(reports, [`system 'contest' waits: ${reason}`]);
    expectEqual(stateOf(registry, "contest"), `waiting: ${reason}`);
    registry.Register(system(made, "fishing"));
    expectEqual(started, ["other", "fishing", "contest"]);
    expectEqual(stateOf(registry, "contest"), "running");
    expectEqual(reports.length, 1);
  });

  it("keeps those waiting that need it, and says what is missing next", () => {
    const made = harness();
    const { registry, started, reports } = made;
    registry.Register(system(made, "grandchild", ["child"]));
    registry.Register(system(made, "child", ["father", "mother"]));
    registry.InitializeAll();
    registry.Register(system(made, "father"));
    expectEqual(reports, [
      "system 'grandchild' waits: it needs 'child', which waits",
      "system 'child' waits: it needs 'father', which nobody has registered",
      "system 'child' waits: it needs 'mother', which nobody has registered",
    ]);
    registry.Register(system(made, "mother"));
    expectEqual(started, ["father", "mother", "child", "grandchild"]);
    expectEqual(reports.length, 3);
  });

  it("is left out when that fails", () => {
    const made = harness();
    const { registry, reports } = made;
    registry.Register(system(made, "contest", ["fishing"]));
    registry.InitializeAll();
    registry.Register({ GetName: () => "fishing", Initialize: () => error("no water", 0) });
    expectEqual(stateOf(registry, "contest"), "failed: it needs 'fishing', which is left out");
    expectEqual(reports.slice(1), [
      "system 'fishing' is left out: Initialize failed: no water",
      "system 'contest' is left out: it needs 'fishing', which is left out",
    ]);
  });

  it("is not reported while it is still being registered, within an Initialize", () => {
    const made = harness();
    const { registry, started, reports } = made;
    registry.Register(system(made, "first", ["inner"]));
    registry.Register({
      GetName: () => "outer",
      Initialize: () => registry.Register(system(made, "inner")),
    });
    registry.InitializeAll();
    expectEqual(started, ["inner", "first"]);
    expectEqual(reports, []);
  });

  it("and is needed by that in turn is left out with it", () => {
    const made = harness();
    const { registry, started } = made;
    registry.Register(system(made, "a", ["ghost", "b"]));
    registry.InitializeAll();
    registry.Register(system(made, "b", ["a"]));
    expectEqual(started, []);
    expectEqual(stateOf(registry, "a"), "failed: systems need each other: b -> a -> b");
    expectEqual(stateOf(registry, "b"), "failed: systems need each other: b -> a -> b");
  });
});

describe("The host's own systems", () => {
  it("start before InitializeAll, and what comes later waits for it", () => {
    const made = harness();
    const { registry, started } = made;
    registry.Register(system(made, "own", ["base"]));
    registry.Register(system(made, "base"));
    registry.initializeRegistered();
    registry.Register(system(made, "script", ["own"]));
    expectEqual(started, ["base", "own"]);
    registry.InitializeAll();
    expectEqual(started, ["base", "own", "script"]);
  });
});

describe("Subscriptions of a system", () => {
  it("that is left out are switched off, and those of other systems stay", () => {
    const made = harness();
    const { registry, bus } = made;
    const heard: string[] = [];
    const subscriber = (name: string, failure?: string): System => ({
      GetName: () => name,
      Initialize: () => {
        bus.Subscribe("CUSTOM_EVENT", () => heard.push(name));
        if (failure !== undefined) error(failure, 0);
      },
    });
    registry.Register(subscriber("broken", "out of order"));
    registry.Register(subscriber("sound"));
    registry.InitializeAll();
    bus.Publish({ type: "CUSTOM_EVENT" });
    expectEqual(heard, ["sound"]);
  });

  it("are its own also behind the registration of another, in its Initialize", () => {
    const made = harness();
    const { registry, bus } = made;
    const heard: string[] = [];
    registry.Register({
      GetName: () => "outer",
      Initialize: () => {
        registry.Register(system(made, "inner"));
        bus.Subscribe("CUSTOM_EVENT", () => heard.push("outer"));
      },
    });
    registry.InitializeAll();
    bus.Subscribe("CUSTOM_EVENT", () => heard.push("nobody's"));
    bus.SetSystemEnabled("outer", false);
    bus.Publish({ type: "CUSTOM_EVENT" });
    expectEqual(heard, ["nobody's"]);
  });
});

describe("A system's failure", () => {
  it("is reported also where it has no text, and the others go on", () => {
    const made = harness();
    const { registry, started, reports } = made;
    const unreadable = setmetatable({}, { __tostring: () => error("no text", 0) });
    registry.Register({
      GetName: () => "bad",
      OnDailyReset: () => error(unreadable as unknown as string, 0),
    });
    registry.Register({ GetName: () => "good", OnDailyReset: () => started.push("good") });
    registry.InitializeAll();
    registry.BroadcastDailyReset();
    expectEqual(started, ["good"]);
    expectEqual(reports.length, 1);
  });
});
