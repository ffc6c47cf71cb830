import { EventType } from "../../../shared/catalog/event-types";
import { type Event, type EventData } from "../../../shared/events/event";
import { EventBus } from "../../../shared/events/event-bus";
import { expectEqual, expectError } from "../expectations";

interface Harness {
  bus: EventBus;
  reports: string[];
  calls: string[];
}

function harness(): Harness {
  const reports: string[] = [];
  const bus = new EventBus({ clock: { now: () => 1000 }, report: (problem) => reports.push(problem) });
  return { bus, reports, calls: [] };
}

describe("EventBus order", () => {
  it("calls higher priorities first, and within a priority in the order of subscription", () => {
    const { bus, calls } = harness();
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("a0"));
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("b5"), 5);
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("c0"), undefined, 0);
    bus.Subscribe(
      EventType.BOSS_KILL,
      () => calls.push("d5"),
      () => true,
      5,
    );
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("e-1"), -1);
    bus.Publish({ type: EventType.BOSS_KILL, player: 1 });
    expectEqual(calls, ["b5", "d5", "a0", "c0", "e-1"]);
  });

  it("gives every subscription an id of its own", () => {
    const { bus } = harness();
    const first = bus.Subscribe(EventType.BOSS_KILL, () => {});
    const second = bus.Subscribe(EventType.PVP_KILL, () => {});
    expectEqual(second > first, true);
  });

  it("publishes a batch in order", () => {
    const { bus, calls } = harness();
    bus.Subscribe(EventType.BOSS_KILL, (event) => calls.push(event.player.toFixed(0)));
    bus.PublishBatch([
      { type: EventType.BOSS_KILL, player: 1 },
      { type: EventType.BOSS_KILL, player: 2 },
    ]);
    expectEqual(calls, ["1", "2"]);
  });
});

describe("EventBus filters", () => {
  it("passes over a handler whose filter says no", () => {
    const { bus, calls } = harness();
    bus.Subscribe(
      EventType.BOSS_KILL,
      () => calls.push("raid"),
      (event) => event.Get("raid_boss", false),
    );
    bus.Publish({ type: EventType.BOSS_KILL, data: { raid_boss: false } });
    bus.Publish({ type: EventType.BOSS_KILL, data: { raid_boss: true } });
    expectEqual(calls, ["raid"]);
  });

  it("takes a filter that raises as a no, and reports it", () => {
    const { bus, calls, reports } = harness();
    bus.Subscribe(
      EventType.BOSS_KILL,
      () => calls.push("called"),
      () => error("broken filter"),
    );
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, []);
    expectEqual(reports.length, 1);
  });
});

describe("EventBus while publishing", () => {
  it("shows a new subscription the next event, not this one", () => {
    const { bus, calls } = harness();
    bus.Subscribe(EventType.BOSS_KILL, () => {
      calls.push("outer");
      bus.Subscribe(EventType.BOSS_KILL, () => calls.push("inner"), 10);
    });
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["outer"]);
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["outer", "inner", "outer"]);
  });

  it("does not call a handler that was unsubscribed a moment ago", () => {
    const { bus, calls } = harness();
    let second = 0;
    bus.Subscribe(EventType.BOSS_KILL, () => bus.Unsubscribe(second), 1);
    second = bus.Subscribe(EventType.BOSS_KILL, () => calls.push("second"));
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, []);
  });

  it("lets a handler unsubscribe itself and calls the ones behind it", () => {
    const { bus, calls } = harness();
    let first = 0;
    first = bus.Subscribe(EventType.BOSS_KILL, () => {
      calls.push("first");
      bus.Unsubscribe(first);
    });
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("second"));
    bus.Publish({ type: EventType.BOSS_KILL });
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["first", "second", "second"]);
  });

  it("knows the type whose handlers are running", () => {
    const { bus, calls } = harness();
    bus.Subscribe(EventType.PVP_KILL, () => calls.push(bus.CurrentType()));
    bus.Subscribe(EventType.BOSS_KILL, () => {
      bus.Publish({ type: EventType.PVP_KILL });
      calls.push(bus.CurrentType());
    });
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["PVP_KILL", "BOSS_KILL"]);
    expectEqual(bus.CurrentType(), "");
  });

  it("stops handlers that publish without end, and says so", () => {
    const { bus, reports } = harness();
    let count = 0;
    bus.Subscribe(EventType.BOSS_KILL, () => {
      count++;
      bus.Publish({ type: EventType.BOSS_KILL });
    });
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(count, 32);
    expectEqual(reports, ["BOSS_KILL dropped: handlers publish from within handlers 32 deep"]);
  });
});

describe("EventBus failures", () => {
  it("reports a handler that raises, with its name, and calls the others", () => {
    const reports: string[] = [];
    const calls: string[] = [];
    const bus = new EventBus({
      clock: { now: () => 1000 },
      report: (problem) => reports.push(problem),
      describe: () => "season.lua:12",
    });
    bus.Subscribe(EventType.BOSS_KILL, () => error("boom"));
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("second"));
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["second"]);
    expectEqual(reports.length, 1);
    expectEqual((reports[0] ?? "").includes("BOSS_KILL handler season.lua:12 failed"), true);
    expectEqual((reports[0] ?? "").includes("boom"), true);
  });

  it("reports the same failure of a handler once", () => {
    const { bus, reports } = harness();
    bus.Subscribe(EventType.BOSS_KILL, () => error("boom"));
    bus.Publish({ type: EventType.BOSS_KILL });
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(reports.length, 1);
  });

  it("refuses types that nobody registered, until somebody does", () => {
    const { bus, calls } = harness();
    expectError(() => bus.Subscribe("MY_EVENT", () => {}), "unknown event type 'MY_EVENT'");
    expectError(() => bus.Publish({ type: "MY_EVENT" }), "unknown event type 'MY_EVENT'");
    expectError(() => bus.PublishAsync({ type: "MY_EVENT" }), "unknown event type 'MY_EVENT'");
    bus.RegisterEventType("MY_EVENT");
    bus.Subscribe("MY_EVENT", (event) => calls.push(event.Get("what", "")));
    bus.Publish({ type: "MY_EVENT", data: { what: "hello" } });
    expectEqual(calls, ["hello"]);
  });

  it("takes an unsubscribed or unknown id without complaint", () => {
    const { bus } = harness();
    bus.Unsubscribe(12345);
  });
});

describe("Event", () => {
  function published(data?: EventData): Event {
    const { bus } = harness();
    bus.RegisterEventType("TEST");
    const seen: Event[] = [];
    bus.Subscribe("TEST", (event) => seen.push(event));
    bus.Publish(data === undefined ? { type: "TEST" } : { type: "TEST", player: 7, data });
    const [event] = seen;
    if (event === undefined) error("no event arrived");
    return event;
  }

  it("gives the default for a key that is missing or of another type", () => {
    const event = published({ level: 12, text: "x" });
    expectEqual(event.Get("level", 0), 12);
    expectEqual(event.Get("nothing", 5), 5);
    expectEqual(event.Get("text", 5), 5);
    expectEqual(event.Get("text"), "x");
  });

  it("keeps what Set puts in", () => {
    const event = published({});
    event.Set("bonus", 3);
    expectEqual(event.Get("bonus", 0), 3);
  });

  it("fills in player, data and time", () => {
    const event = published();
    expectEqual(event.player, 0);
    expectEqual(event.timestamp, 1000);
    expectEqual(event.Get("anything", "none"), "none");
  });
});

describe("EventBus history", () => {
  it("gives the last events of a type, newest first, 10 by default", () => {
    const { bus } = harness();
    for (let player = 1; player <= 15; player++) {
      bus.Publish({ type: EventType.BOSS_KILL, player });
      bus.Publish({ type: EventType.PVP_KILL, player });
    }
    expectEqual(bus.GetRecentEvents(EventType.BOSS_KILL).length, 10);
    const players: number[] = [];
    for (const event of bus.GetRecentEvents(EventType.PVP_KILL, 3)) players.push(event.player);
    expectEqual(players, [15, 14, 13]);
  });

  it("looks back over 1,000 events and no further", () => {
    const { bus } = harness();
    bus.Publish({ type: EventType.PVP_KILL, player: 1 });
    for (let player = 1; player <= 1000; player++) bus.Publish({ type: EventType.BOSS_KILL, player });
    expectEqual(bus.GetRecentEvents(EventType.PVP_KILL).length, 0);
    expectEqual(bus.GetRecentEvents(EventType.BOSS_KILL, 5000).length, 1000);
    expectEqual(bus.GetRecentEvents(EventType.BOSS_KILL, 1)[0]?.player, 1000);
  });

  it("keeps types out of it that the catalog marks, and still delivers them", () => {
    const { bus, calls } = harness();
    bus.Subscribe(EventType.DAMAGE_DEALT, (event) => calls.push(event.Get("amount", 0).toFixed(0)));
    bus.Publish({ type: EventType.BOSS_KILL, player: 1 });
    for (let hit = 1; hit <= 1000; hit++)
      bus.Publish({ type: EventType.DAMAGE_DEALT, data: { amount: hit } });
    expectEqual(calls.length, 1000);
    expectEqual(bus.GetRecentEvents(EventType.DAMAGE_DEALT).length, 0);
    expectEqual(bus.GetRecentEvents(EventType.BOSS_KILL).length, 1);
  });

  it("is empty after ClearHistory", () => {
    const { bus } = harness();
    bus.Publish({ type: EventType.BOSS_KILL });
    bus.ClearHistory();
    expectEqual(bus.GetRecentEvents(EventType.BOSS_KILL).length, 0);
  });
});

describe("EventBus ObserveDemand", () => {
  function observed(bus: EventBus, calls: string[]): void {
    bus.ObserveDemand(EventType.DAMAGE_DEALT, (wanted) => calls.push(wanted ? "wanted" : "not wanted"));
  }

  it("hears of the first subscription and of the end of the last", () => {
    const { bus, calls } = harness();
    observed(bus, calls);
    expectEqual(calls, []);
    const first = bus.Subscribe(EventType.DAMAGE_DEALT, () => {});
    const second = bus.Subscribe(EventType.DAMAGE_DEALT, () => {});
    bus.Unsubscribe(first);
    expectEqual(calls, ["wanted"]);
    bus.Unsubscribe(second);
    bus.Unsubscribe(second);
    expectEqual(calls, ["wanted", "not wanted"]);
    bus.Subscribe(EventType.DAMAGE_DEALT, () => {});
    expectEqual(calls, ["wanted", "not wanted", "wanted"]);
  });

  it("hears at once of subscriptions that are there, and of no other type's", () => {
    const { bus, calls } = harness();
    bus.Subscribe(EventType.HEALING_DONE, () => {});
    observed(bus, calls);
    expectEqual(calls, []);
    bus.Subscribe(EventType.DAMAGE_DEALT, () => {});
    observed(bus, calls);
    expectEqual(calls, ["wanted", "wanted"]);
  });

  it("refuses a type that nobody registered", () => {
    const { bus } = harness();
    expectError(() => bus.ObserveDemand("MY_EVENT", () => {}), "unknown event type 'MY_EVENT'");
  });
});

describe("EventBus PublishAsync", () => {
  it("publishes at the next tick", () => {
    const { bus, calls } = harness();
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("called"));
    bus.PublishAsync({ type: EventType.BOSS_KILL });
    expectEqual(calls, []);
    bus.Tick();
    expectEqual(calls, ["called"]);
    bus.Tick();
    expectEqual(calls, ["called"]);
  });

  it("leaves what is queued during a tick for the one after", () => {
    const { bus } = harness();
    let count = 0;
    bus.Subscribe(EventType.BOSS_KILL, () => {
      count++;
      bus.PublishAsync({ type: EventType.BOSS_KILL });
    });
    bus.PublishAsync({ type: EventType.BOSS_KILL });
    bus.Tick();
    expectEqual(count, 1);
    bus.Tick();
    expectEqual(count, 2);
  });
});
