import type { System } from "../../../shared/systems/system";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import { expectEqual, expectError } from "../expectations";

interface Harness {
  registry: SystemRegistry;
  /** "name.method(value)" of each call, in order. */
  calls: string[];
  reports: string[];
}

function harness(): Harness {
  const reports: string[] = [];
  return { registry: new SystemRegistry({ report: (problem) => reports.push(problem) }), calls: [], reports };
}

/** A system that notes every call, as a class instance: its name is read through `self`. */
class NotingSystem implements System {
  constructor(
    private readonly name: string,
    private readonly calls: string[],
    readonly dependencies: readonly string[] = [],
  ) {}

  GetName(): string {
    return this.name;
  }
  Initialize(): void {
    this.calls.push(`${this.name}.Initialize`);
  }
  Shutdown(): void {
    this.calls.push(`${this.name}.Shutdown`);
  }
  OnPlayerLogin(guid: number): void {
    this.calls.push(`${this.name}.OnPlayerLogin(${guid.toFixed(0)})`);
  }
  OnPlayerLogout(guid: number): void {
    this.calls.push(`${this.name}.OnPlayerLogout(${guid.toFixed(0)})`);
  }
  OnDailyReset(): void {
    this.calls.push(`${this.name}.OnDailyReset`);
  }
  OnWeeklyReset(): void {
    this.calls.push(`${this.name}.OnWeeklyReset`);
  }
  OnSeasonEnd(seasonId: number): void {
    this.calls.push(`${this.name}.OnSeasonEnd(${seasonId.toFixed(0)})`);
  }
}

function failing(name: string, dependencies: readonly string[] = []): System {
  return { dependencies, GetName: () => name, Initialize: () => error("out of order", 0) };
}

function states(registry: SystemRegistry): string[] {
  return registry.List().map(({ name, state }) => `${name} ${state}`);
}

function initialised(calls: readonly string[]): string[] {
  return calls.map((call) => call.replace(".Initialize", ""));
}

describe("SystemRegistry order", () => {
  it("initialises what waits after its dependencies, otherwise in the order of registration", () => {
    const { registry, calls } = harness();
    registry.Register(new NotingSystem("c", calls, ["b", "a"]));
    registry.Register(new NotingSystem("x", calls));
    registry.Register(new NotingSystem("b", calls, ["a"]));
    registry.Register(new NotingSystem("a", calls));
    expectEqual(states(registry), ["c waiting", "x waiting", "b waiting", "a waiting"]);
    registry.InitializeAll();
    expectEqual(initialised(calls), ["a", "b", "c", "x"]);
    expectEqual(states(registry), ["c running", "x running", "b running", "a running"]);
  });

  it("initialises at once what is registered after InitializeAll, and each system once", () => {
    const { registry, calls } = harness();
    registry.Register(new NotingSystem("a", calls));
    registry.InitializeAll();
    registry.Register(new NotingSystem("b", calls, ["a"]));
    registry.InitializeAll();
    expectEqual(initialised(calls), ["a", "b"]);
  });

  it("lets a system register another while it is initialised", () => {
    const { registry, calls } = harness();
    registry.Register({
      GetName: () => "outer",
      Initialize: () => {
        registry.Register(new NotingSystem("inner", calls));
      },
    });
    registry.InitializeAll();
    expectEqual(states(registry), ["outer running", "inner running"]);
    expectEqual(initialised(calls), ["inner"]);
  });

  it("does not start on something that is only just starting, and does when that runs", () => {
    const { registry, calls, reports } = harness();
    registry.Register({
      GetName: () => "outer",
      Initialize: () => {
        registry.Register(new NotingSystem("inner", calls, ["outer"]));
        calls.push("outer.Initialize");
      },
    });
    registry.InitializeAll();
    expectEqual(calls, ["outer.Initialize", "inner.Initialize"]);
    expectEqual(states(registry), ["outer running", "inner running"]);
    expectEqual(reports, []);
  });

  it("shuts down in the reverse order, once, and lets later ones wait", () => {
    const { registry, calls } = harness();
    registry.Register(new NotingSystem("b", calls, ["a"]));
    registry.Register(new NotingSystem("a", calls));
    registry.InitializeAll();
    registry.ShutdownAll();
    registry.ShutdownAll();
    expectEqual(calls, ["a.Initialize", "b.Initialize", "b.Shutdown", "a.Shutdown"]);
    registry.Register(new NotingSystem("c", calls));
    expectEqual(states(registry), ["b stopped", "a stopped", "c waiting"]);
    registry.BroadcastDailyReset();
    expectEqual(calls.length, 4);
  });
});

describe("SystemRegistry broadcasts", () => {
  it("calls each method of each running system with its argument", () => {
    const { registry, calls } = harness();
    registry.Register(new NotingSystem("a", calls));
    registry.Register({ GetName: () => "nothing but a name" });
    registry.Register(new NotingSystem("b", calls));
    registry.BroadcastDailyReset();
    expectEqual(calls, []);
    registry.InitializeAll();
    registry.BroadcastPlayerLogin(7);
    registry.BroadcastPlayerLogout(7);
    registry.BroadcastDailyReset();
    registry.BroadcastWeeklyReset();
    registry.BroadcastSeasonEnd(3);
    expectEqual(calls.slice(2), [
      "a.OnPlayerLogin(7)",
      "b.OnPlayerLogin(7)",
      "a.OnPlayerLogout(7)",
      "b.OnPlayerLogout(7)",
      "a.OnDailyReset",
      "b.OnDailyReset",
      "a.OnWeeklyReset",
      "b.OnWeeklyReset",
      "a.OnSeasonEnd(3)",
      "b.OnSeasonEnd(3)",
    ]);
  });

  it("reports a handler that raises with system and method, the same failure once, and calls the others", () => {
    const { registry, calls, reports } = harness();
    registry.Register({
      GetName: () => "bad",
      OnPlayerLogin: () => error("no such player", 0),
      OnPlayerLogout: () => error("gone already", 0),
    });
    registry.Register(new NotingSystem("good", calls));
    registry.InitializeAll();
    for (let login = 0; login < 2; login++) {
      registry.BroadcastPlayerLogin(7);
      registry.BroadcastPlayerLogout(7);
    }
    expectEqual(reports, [
      "system 'bad': OnPlayerLogin failed: no such player",
      "system 'bad': OnPlayerLogout failed: gone already",
    ]);
    expectEqual(calls.length, 5);
    expectEqual(registry.List()[0], { name: "bad", state: "running", errors: 4 });
  });

  it("goes to the systems that ran when it began", () => {
    const { registry, calls } = harness();
    registry.Register({
      GetName: () => "outer",
      OnDailyReset: () => {
        registry.Register(new NotingSystem("inner", calls));
      },
    });
    registry.InitializeAll();
    registry.BroadcastDailyReset();
    expectEqual(calls, ["inner.Initialize"]);
  });
});

describe("SystemRegistry failures", () => {
  it("leaves a system that raises out together with those that need it, and runs the rest", () => {
    const { registry, calls, reports } = harness();
    registry.Register(new NotingSystem("grandchild", calls, ["child"]));
    registry.Register(new NotingSystem("child", calls, ["bad"]));
    registry.Register(failing("bad"));
    registry.Register(new NotingSystem("rest", calls));
    registry.InitializeAll();
    registry.BroadcastDailyReset();
    expectEqual(calls, ["rest.Initialize", "rest.OnDailyReset"]);
    expectEqual(reports, [
      "system 'bad' is left out: Initialize failed: out of order",
      "system 'child' is left out: it needs 'bad', which is left out",
      "system 'grandchild' is left out: it needs 'child', which is left out",
    ]);
    expectEqual(registry.List()[2], {
      name: "bad",
      state: "failed",
      reason: "Initialize failed: out of order",
      errors: 0,
    });
  });

  it("names the systems of a circle, and leaves out whoever needs one of them", () => {
    const { registry, calls, reports } = harness();
    registry.Register(new NotingSystem("before", calls, ["a"]));
    registry.Register(new NotingSystem("a", calls, ["b"]));
    registry.Register(new NotingSystem("b", calls, ["c"]));
    registry.Register(new NotingSystem("c", calls, ["a"]));
    registry.Register(new NotingSystem("itself", calls, ["itself"]));
    registry.Register(new NotingSystem("rest", calls));
    registry.InitializeAll();
    expectEqual(initialised(calls), ["rest"]);
    expectEqual(reports, [
      "system 'a' is left out: systems need each other: a -> b -> c -> a",
      "system 'b' is left out: systems need each other: a -> b -> c -> a",
      "system 'c' is left out: systems need each other: a -> b -> c -> a",
      "system 'before' is left out: it needs 'a', which is left out",
      "system 'itself' is left out: systems need each other: itself -> itself",
    ]);
  });

  it("reports a Shutdown that raises and shuts the others down", () => {
    const { registry, calls, reports } = harness();
    registry.Register(new NotingSystem("a", calls));
    registry.Register({ GetName: () => "bad", Shutdown: () => error("stuck", 0) });
    registry.InitializeAll();
    registry.ShutdownAll();
    expectEqual(calls, ["a.Initialize", "a.Shutdown"]);
    expectEqual(reports, ["system 'bad': Shutdown failed: stuck"]);
    expectEqual(states(registry), ["a stopped", "bad stopped"]);
  });
});

describe("SystemRegistry Register and Get", () => {
  it("gives the very system back while it waits or runs, and nothing else", () => {
    const { registry, calls } = harness();
    const system = new NotingSystem("a", calls);
    registry.Register(system);
    registry.Register(failing("bad"));
    expectEqual(registry.Get("a") === system, true);
    registry.InitializeAll();
    expectEqual(registry.Get("a") === system, true);
    expectEqual(registry.Get("bad"), undefined);
    expectEqual(registry.Get("nobody"), undefined);
    registry.ShutdownAll();
    expectEqual(registry.Get("a"), undefined);
  });

  it("refuses a second system of the same name, and keeps the first", () => {
    const { registry, calls } = harness();
    registry.Register(new NotingSystem("a", calls));
    expectError(() => registry.Register(failing("a")), "there is a system 'a' already");
    registry.InitializeAll();
    expectEqual(states(registry), ["a running"]);
  });

  it("refuses what is no system", () => {
    const { registry } = harness();
    const refuse = (system: unknown, problem: string): void =>
      expectError(() => registry.Register(system as System), problem);
    refuse("a", "a system must be a table, registered with a colon");
    refuse(undefined, "a system must be a table, registered with a colon");
    refuse({}, "a system must have a method GetName");
    refuse({ GetName: () => "" }, "GetName must return a string that is not empty");
    refuse({ GetName: () => 5 }, "GetName must return a string that is not empty");
    refuse({ GetName: () => "a", OnDailyReset: true }, "OnDailyReset must be a function");
    refuse({ GetName: () => "a", dependencies: "b" }, "dependencies must be a list of names");
    refuse({ GetName: () => "a", dependencies: [1] }, "dependencies must be a list of names");
    refuse({ GetName: () => "a", dependencies: { b: true } }, "dependencies must be a list of names");
    refuse({ GetName: () => "a", dependencies: { first: "b" } }, "dependencies must be a list of names");
    expectEqual(registry.List(), []);
  });
});

describe("SystemRegistry names that are nearly right", () => {
  function hintsFor(system: System): string[] {
    const { registry, reports } = harness();
    registry.Register(system);
    return reports;
  }
  const nothing = (): void => {};

  it("are told in one line, and the system runs", () => {
    const { registry, reports } = harness();
    const system = { GetName: () => "a", OnDailyRest: nothing, onPlayerlogin: nothing, dependancies: ["b"] };
    registry.Register(system);
    registry.InitializeAll();
    expectEqual(reports, [
      "system 'a': the registry has no use for 'OnDailyRest' (OnDailyReset?), 'dependancies' (dependencies?), " +
        "'onPlayerlogin' (OnPlayerLogin?)",
    ]);
    expectEqual(states(registry), ["a running"]);
  });

  it("are the system's own where it has what they resemble, or where they resemble nothing", () => {
    expectEqual(
      hintsFor({ GetName: () => "a", OnDailyReset: () => nothing(), OnDailyResets: nothing } as System),
      [],
    );
    expectEqual(
      hintsFor({ GetName: () => "a", OnFish: nothing, OnBoss: nothing, Tell: nothing, caught: {} } as System),
      [],
    );
    expectEqual(hintsFor(new NotingSystem("a", [])), []);
  });
});
