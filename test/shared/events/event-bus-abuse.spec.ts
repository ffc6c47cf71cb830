import { EventType } from "../../../shared/catalog/event-types";
import { EventBus } from "../../../shared/events/event-bus";
import type { EventHandler, EventFilter } from "../../../shared/events/subscription";
import { expectEqual, expectError } from "../expectations";
import { IN_LUA, runScript } from "../lua-script";

const TYPE = EventType.CUSTOM_EVENT;

function busWith(reports: string[]): EventBus {
  return new EventBus({ clock: { now: () => 1000 }, report: (problem) => reports.push(problem) });
}

function heard(bus: EventBus): () => number {
  let count = 0;
  bus.Subscribe(TYPE, () => {
    count++;
  });
  return () => count;
}

/** An object that cannot be shown, as an engine's object is that is kept beyond its hook. */
function unreadable(): unknown {
  const raise = (): never => error("gone");
  const methods: object = { __tostring: raise, toString: raise };
  return setmetatable({}, methods);
}

describe("EventBus whose handlers publish what they hear", () => {
  it("ends what would hold the world up for hours, with one report, and is as good as before", () => {
    const reports: string[] = [];
    const bus = busWith(reports);
    let calls = 0;
    const again = (): void => {
      calls++;
      bus.Publish({ type: TYPE });
    };
    const ids = [bus.Subscribe(TYPE, again), bus.Subscribe(TYPE, again)];
    bus.Publish({ type: TYPE });
    expectEqual(calls <= 200002, true);
    expectEqual(reports.length, 1);
    for (const id of ids) bus.Unsubscribe(id);
    const count = heard(bus);
    bus.Publish({ type: TYPE });
    expectEqual(count(), 1);
    expectEqual(bus.CurrentType(), "");
  });
});

describe("EventBus with a failure that cannot be shown", () => {
  it("reports it, and goes on however often it comes", () => {
    const reports: string[] = [];
    const bus = busWith(reports);
    bus.Subscribe(TYPE, () => error(unreadable() as string));
    const count = heard(bus);
    for (let publish = 0; publish < 40; publish++) bus.Publish({ type: TYPE });
    expectEqual(count(), 40);
    expectEqual(reports.length, 1);
  });
});

describe("EventBus refuses", () => {
  const bus = busWith([]);
  const nothing = (): void => {};

  it("a filter that is none, which would let everything through", () => {
    expectError(() => bus.Subscribe(TYPE, nothing, "raid" as unknown as EventFilter), "the filter must be");
  });

  it("a priority that is none, which would disturb the order of others", () => {
    expectError(() => bus.Subscribe(TYPE, nothing, undefined, "high" as unknown as number), "the priority");
    expectError(() => bus.Subscribe(TYPE, nothing, 0 / 0), "the priority must be a number");
  });

  it("a filter behind the priority, which would be left out", () => {
    const filter = (): boolean => false;
    expectError(
      () => bus.Subscribe(TYPE, nothing, 10, filter as unknown as number),
      "the filter comes before the priority",
    );
  });

  it("a type that is nil, which EventType gives for a name that it does not have", () => {
    const nil = undefined as unknown as string;
    expectError(() => bus.Subscribe(nil, nothing), "the event type is nil");
    expectError(() => bus.Publish({ type: nil }), "the event type is nil");
  });

  it("a handler that is none", () => {
    expectError(() => bus.Subscribe(TYPE, {} as unknown as EventHandler), "the handler must be a function");
  });

  it("a clock that is none", () => {
    expectError(() => bus.StartProfiling("os.clock" as unknown as () => number), "needs a clock");
    expectError(() => bus.StartProfiling(() => "noon" as unknown as number), "needs a clock");
  });

  it("a player who is none, and data that are none", () => {
    for (const player of [-1, 1.5, 0 / 0, 4294967296, "7", {}]) {
      expectError(() => bus.Publish({ type: TYPE, player: player as number }), "player must be a low GUID");
    }
    expectError(() => bus.Publish({ type: TYPE, data: "x" as unknown as object }), "data must be a table");
    expectError(() => bus.PublishAsync({ type: TYPE, player: -1 }), "player must be a low GUID");
  });

  it("a time that is none", () => {
    for (const timestamp of ["noon", -1, 0 / 0, {}]) {
      const input = { type: TYPE, player: 7, data: {}, timestamp: timestamp as number };
      expectError(() => bus.Publish(input), "timestamp must be Unix seconds");
    }
  });

  it("an event without a change to its table, so that it can be put right and published", () => {
    const count = heard(bus);
    const wrong: object[] = [{ type: "NO_SUCH" }, { type: TYPE, player: -1 }, { type: TYPE, data: "x" }];
    wrong.push({ type: TYPE, player: 7, data: {}, timestamp: "noon" });
    for (const input of wrong) {
      const before = { ...input };
      expectError(() => bus.Publish(input as { type: string }), "EventBus: ");
      expectEqual(input, before);
      expectEqual((input as { Get?: unknown }).Get, undefined);
    }
    expectEqual(count(), 0);
  });

  it("a table that somebody protects, without a change to it", () => {
    if (!IN_LUA) return;
    const script = `local bus = ...
      local input = setmetatable({ type = "CUSTOM_EVENT" }, { __metatable = "mine" })
      local done = pcall(bus.Publish, bus, input)
      return tostring(done) .. " " .. tostring(input.player) .. " " .. tostring(input.timestamp)`;
    expectEqual(runScript(`error((function(...) ${script} end)(...), 0)`, bus), "false nil nil");
  });

  it("all of a batch for one wrong event in it", () => {
    const count = heard(bus);
    expectError(
      () => bus.PublishBatch([{ type: TYPE }, { type: "NO_SUCH" }]),
      "unknown event type 'NO_SUCH'",
    );
    expectEqual(count(), 0);
  });

  it("an event type that the journal could not note as a cause", () => {
    expectError(() => bus.RegisterEventType("L".repeat(51)), "1 to 50 bytes");
  });
});

describe("EventBus with a queued event that has changed", () => {
  it("drops it with a report, and publishes the others", () => {
    const reports: string[] = [];
    const bus = busWith(reports);
    const count = heard(bus);
    const queued: { type: string } = { type: TYPE };
    bus.PublishAsync(queued);
    bus.PublishAsync({ type: TYPE });
    queued.type = "NO_SUCH";
    bus.Tick();
    expectEqual(count(), 1);
    expectEqual(reports.length, 1);
  });
});

describe("EventBus observers of the demand", () => {
  it("are as many as ask, and one that raises disturbs neither the others nor who subscribes", () => {
    const reports: string[] = [];
    const bus = busWith(reports);
    const calls: string[] = [];
    bus.ObserveDemand(TYPE, (wanted) => calls.push(`first ${tostring(wanted)}`));
    bus.ObserveDemand(TYPE, () => error("broken"));
    bus.ObserveDemand(TYPE, (wanted) => calls.push(`third ${tostring(wanted)}`));
    bus.Unsubscribe(bus.Subscribe(TYPE, () => {}));
    expectEqual(calls, ["first true", "third true", "first false", "third false"]);
    expectEqual(reports.length, 2);
  });
});
