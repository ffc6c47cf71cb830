import { EventType } from "../../../shared/catalog/event-types";
import { expectEqual } from "../expectations";
import { IN_LUA, runScript } from "../lua-script";
import { depthLeft, harness, subscribeAll, WAYS } from "./ways-of-calling";

describe("a handler that begins the profiling", () => {
  for (const way of WAYS) {
    it(`is called once, as are the others, ${way}`, () => {
      const { bus, calls } = harness(way);
      bus.Subscribe(EventType.BOSS_KILL, () => {
        calls.push("first");
        bus.StartProfiling(() => 0);
      });
      bus.Subscribe(EventType.BOSS_KILL, () => calls.push("second"));
      bus.Publish({ type: EventType.BOSS_KILL });
      bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(calls, ["first", "second", "first", "second"]);
    });
  }
});

describe("a handler that begins the profiling, called by a publish within a handler", () => {
  it("is called once", () => {
    const { bus, calls } = harness("all in one protected call");
    bus.Subscribe(EventType.QUEST_COMPLETE, () => {
      bus.Publish({ type: EventType.BOSS_KILL });
    });
    bus.Subscribe(EventType.BOSS_KILL, () => {
      calls.push("inner");
      bus.StartProfiling(() => 0);
    });
    bus.Publish({ type: EventType.QUEST_COMPLETE });
    expectEqual(calls, ["inner"]);
  });
});

describe("the type of the event under way", () => {
  it("is none behind a publish, the outer one's behind one within a handler", () => {
    for (const way of WAYS) {
      const { bus, calls } = harness(way);
      bus.Subscribe(EventType.QUEST_COMPLETE, () => {
        bus.Publish({ type: EventType.BOSS_KILL });
        calls.push(bus.CurrentType());
      });
      bus.Publish({ type: EventType.QUEST_COMPLETE });
      calls.push(bus.CurrentType());
      expectEqual(calls, [EventType.QUEST_COMPLETE, ""]);
    }
  });
});

/** A handler leaves its publish for a while, in which the world has a turn, and then raises. */
const YIELDS = `
  local bus, calls = ...
  bus:Subscribe("BOSS_KILL", function() coroutine.yield() error("late failure", 0) end)
  local publisher = coroutine.create(function() bus:Publish({ type = "BOSS_KILL" }) end)
  local hasYielded = coroutine.resume(publisher)
  if not hasYielded then calls[1] = "late failure" return end
  bus:Tick()
  local _, failure = coroutine.resume(publisher)
  calls[1] = failure and failure:match("late failure") or "none"`;

describe("a handler that yields", () => {
  it("does not hide what it raises afterwards, and leaves the bus as it was", () => {
    if (!IN_LUA) return;
    const { bus, calls, reports } = harness("all in one protected call");
    expectEqual(runScript(YIELDS, bus, calls), "");
    const told = `${calls[0] ?? ""} ${reports[0] ?? ""}`;
    // Lua 5.1 lets nobody yield from a protected call, and says that.
    expectEqual(told.includes("late failure") || told.includes("attempt to yield"), true);
    expectEqual(bus.CurrentType(), "");
    expectEqual(depthLeft(bus), 32);
  });
});

describe("a clock that fails", () => {
  it("stands still, and every event is delivered", () => {
    const { bus, calls } = harness("each timed");
    let looks = 0;
    bus.StartProfiling(() => {
      looks++;
      return looks > 3 ? error("no clock") : looks;
    });
    subscribeAll({ bus, calls, reports: [] }, ["heard"]);
    for (let count = 0; count < 40; count++) bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls.length, 40);
  });
});
