import { EventType } from "../../../shared/catalog/event-types";
import { EventBus } from "../../../shared/events/event-bus";
import { expectEqual } from "../expectations";
import { IN_LUA, runScript } from "../lua-script";
import { createBus, depthLeft, harness, subscribeAll, WAYS } from "./ways-of-calling";

/** Which subscription each report is about, and the last word of its text. */
function blamed(reports: readonly string[]): string[] {
  return reports.map((report) => {
    const words = report.split(" ");
    return `${words[0] ?? ""} ${words[3] ?? ""} ${words[words.length - 2] ?? ""}`;
  });
}

function errorCounts(bus: EventBus, type: string): number[] {
  for (const statistics of bus.GetStatistics()) {
    if (statistics.type === type) return statistics.subscriptions.map(({ errors }) => errors);
  }
  return [];
}

for (const way of WAYS) {
  describe(`handlers that raise, ${way}`, () => {
    it("end for themselves only, wherever they stand", () => {
      const set = harness(way);
      subscribeAll(set, ["bad1", "two", "bad3", "bad4", "five", "bad6"]);
      set.bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(set.calls, ["bad1", "two", "bad3", "bad4", "five", "bad6"]);
      expectEqual(blamed(set.reports), [
        "BOSS_KILL 1 bad1",
        "BOSS_KILL 3 bad3",
        "BOSS_KILL 4 bad4",
        "BOSS_KILL 6 bad6",
      ]);
      expectEqual(errorCounts(set.bus, "BOSS_KILL"), [1, 0, 1, 1, 0, 1]);
    });

    it("leave the event in the history and in the count of its type", () => {
      const set = harness(way);
      subscribeAll(set, ["bad1"]);
      set.bus.Publish({ type: EventType.BOSS_KILL, player: 7 });
      expectEqual(set.bus.GetRecentEvents("BOSS_KILL")[0]?.player, 7);
    });

    it("in a publish from within a handler leave the rest of both, each failure with its own name", () => {
      const set = harness(way);
      subscribeAll(set, ["first"]);
      set.bus.Subscribe(EventType.BOSS_KILL, () => {
        set.calls.push("outer");
        set.bus.Publish({ type: EventType.QUEST_COMPLETE });
        set.calls.push(set.bus.CurrentType());
        error("outer raised");
      });
      subscribeAll(set, ["last"]);
      subscribeAll(set, ["a", "b", "c", "bad d", "e"], "QUEST_COMPLETE");
      set.bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(set.calls, ["first", "outer", "a", "b", "c", "bad d", "e", "BOSS_KILL", "last"]);
      expectEqual(blamed(set.reports), ["QUEST_COMPLETE 7 d", "BOSS_KILL 2 outer"]);
    });

    it("leave depth and type as they were before", () => {
      const set = harness(way);
      subscribeAll(set, ["bad1"]);
      set.bus.Subscribe(EventType.QUEST_COMPLETE, () => {
        set.bus.Publish({ type: EventType.BOSS_KILL });
        error("raised");
      });
      for (let count = 0; count < 40; count++) set.bus.Publish({ type: EventType.QUEST_COMPLETE });
      expectEqual(set.bus.CurrentType(), "");
      expectEqual(depthLeft(set.bus), 32);
    });

    it("have unsubscribed themselves and the next one all the same", () => {
      const set = harness(way);
      const { bus, calls } = set;
      bus.Subscribe(EventType.BOSS_KILL, () => {
        calls.push("once");
        bus.Unsubscribe(1);
        bus.Unsubscribe(2);
        error("once raised");
      });
      subscribeAll(set, ["gone", "stays"]);
      bus.Publish({ type: EventType.BOSS_KILL });
      bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(calls, ["once", "stays", "stays"]);
      expectEqual(blamed(set.reports), ["BOSS_KILL 1 once"]);
    });

    it("have subscribed all the same, to the next event", () => {
      const set = harness(way);
      set.bus.Subscribe(EventType.BOSS_KILL, () => {
        set.calls.push("first");
        if (set.calls.length === 1) subscribeAll(set, ["second"]);
        error("first raised");
      });
      set.bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(set.calls, ["first"]);
      set.bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(set.calls, ["first", "first", "second"]);
    });

    it("may be reported by something that publishes", () => {
      const calls: string[] = [];
      const bus = createBus(way, (problem) => {
        bus.Publish({ type: "CUSTOM_EVENT", data: { name: problem } });
      });
      subscribeAll({ bus, calls, reports: [] }, ["one", "bad2", "bad3", "four"]);
      bus.Subscribe("CUSTOM_EVENT", (event) => {
        const text = event.Get("name", "");
        calls.push(`${bus.CurrentType()} ${text.split(" ")[3] ?? ""}`);
      });
      bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(calls, ["one", "bad2", "CUSTOM_EVENT 2", "bad3", "CUSTOM_EVENT 3", "four"]);
    });

    it("fail the handler that published, when even their report raises", () => {
      const calls: string[] = [];
      const reports: string[] = [];
      const bus = createBus(way, (problem) => {
        if (problem.startsWith("QUEST_COMPLETE")) error("report raised");
        reports.push(problem);
      });
      const set = { bus, calls, reports };
      subscribeAll(set, ["first"]);
      bus.Subscribe(EventType.BOSS_KILL, () => bus.Publish({ type: EventType.QUEST_COMPLETE }));
      subscribeAll(set, ["last"]);
      subscribeAll(set, ["a", "b", "bad c", "d"], "QUEST_COMPLETE");
      bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(calls, ["first", "a", "b", "bad c", "last"]);
      expectEqual(blamed(reports), ["BOSS_KILL 2 report"]);
      expectEqual(depthLeft(bus), 32);
    });
  });

  describe(`filters, ${way}`, () => {
    it("that raise are a no, under the name of their own handler", () => {
      const set = harness(way);
      subscribeAll(set, ["before"]);
      set.bus.Subscribe(
        EventType.BOSS_KILL,
        () => set.calls.push("never"),
        () => error("filter raised"),
      );
      subscribeAll(set, ["behind", "bad4"]);
      set.bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(set.calls, ["before", "behind", "bad4"]);
      expectEqual(blamed(set.reports), ["BOSS_KILL 2 filter", "BOSS_KILL 4 bad4"]);
      expectEqual((set.reports[0] ?? "").includes("failed: its filter raised "), true);
    });

    it("that unsubscribe their handler have the last word", () => {
      const set = harness(way);
      set.bus.Subscribe(
        EventType.BOSS_KILL,
        () => set.calls.push("never"),
        () => {
          set.bus.Unsubscribe(1);
          return true;
        },
      );
      subscribeAll(set, ["behind"]);
      set.bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(set.calls, ["behind"]);
    });

    it("let a handler behind them raise like any other", () => {
      const set = harness(way);
      set.bus.Subscribe(
        EventType.BOSS_KILL,
        () => error("handler raised"),
        () => true,
      );
      subscribeAll(set, ["behind"]);
      set.bus.Publish({ type: EventType.BOSS_KILL });
      expectEqual(set.calls, ["behind"]);
      expectEqual(blamed(set.reports), ["BOSS_KILL 1 handler"]);
    });
  });

  describe(`what a script's handler raises, ${way}`, () => {
    /** Runs `body` in Lua as two handlers, the second of them behind a filter, and gives the texts behind "failed: ". */
    function failures(body: string): string[] {
      const { bus, reports, calls } = harness(way);
      const script = `local bus, calls = ...
        local function handler(event) ${body} end
        bus:Subscribe("BOSS_KILL", handler)
        bus:Subscribe("BOSS_KILL", handler, function() return true end)
        bus:Subscribe("BOSS_KILL", function() calls[#calls + 1] = "last" end)
        bus:Publish({ type = "BOSS_KILL" })`;
      expectEqual(runScript(script, bus, calls), "");
      expectEqual(calls, ["last"]);
      return reports.map((report) => report.substring(report.indexOf("failed: ") + "failed: ".length));
    }

    function expectFailures(body: string, text: string): void {
      if (IN_LUA) expectEqual(failures(body), [text, text]);
    }

    it("keeps the line that is to blame", () => {
      expectFailures('error("boom")', "script.lua:2: boom");
    });

    it("has no line of the bus, which called the handler", () => {
      expectFailures('error("boom", 2)', "boom");
      expectFailures('local function check() error("boom", 2) end return check()', "boom");
      expectFailures('error("", 2)', "");
    });

    it("may be anything", () => {
      expectFailures("error(nil)", "nil");
      expectFailures("error()", "nil");
      expectFailures("error(false)", "false");
      expectFailures("error(42, 0)", "42");
      expectFailures(
        'error(setmetatable({}, { __tostring = function() return "an object" end }))',
        "an object",
      );
    });
  });
}

/** A handler goes through more protected calls than plain Lua can take within one another, and publishes in each. */
const NESTED_TOO_DEEP = `
  local bus, calls = ...
  for _ = 1, 4 do bus:Subscribe("BOSS_KILL", function() end) end
  bus:Subscribe("PVP_KILL", function() end)
  local function nest(level)
    bus:Publish({ type = "BOSS_KILL" })
    if level < 300 then pcall(nest, level + 1) end
  end
  bus:Subscribe("PVP_KILL", function() nest(1) end)
  bus:Publish({ type = "PVP_KILL" })
  bus:Subscribe("BOSS_KILL", function() calls[1] = "works" end)
  bus:Publish({ type = "BOSS_KILL" })`;

describe("handlers that cannot even be called", () => {
  it("do not keep the bus from getting on", () => {
    if (!IN_LUA) return;
    const { bus, calls, reports } = harness("all in one protected call");
    expectEqual(runScript(NESTED_TOO_DEEP, bus, calls), "");
    expectEqual(calls, ["works"]);
    expectEqual(bus.CurrentType(), "");
    // LuaJIT has no such limit, and nothing to report.
    for (const report of reports) expectEqual(report.includes("stack overflow"), true);
  });
});

describe("the time of a handler that raises", () => {
  it("is counted like any other's", () => {
    const { bus } = harness("each timed");
    let clock = 0;
    bus.StartProfiling(() => clock);
    bus.Subscribe(EventType.BOSS_KILL, () => {
      clock += 3;
      error("raised");
    });
    bus.Publish({ type: EventType.BOSS_KILL });
    for (const { type, subscriptions } of bus.GetStatistics()) {
      if (type === "BOSS_KILL") expectEqual([subscriptions[0]?.calls, subscriptions[0]?.seconds], [1, 3]);
    }
  });
});

describe("the host of a bus", () => {
  it("hears of each event behind its handlers, whatever they did, and not of one that was dropped", () => {
    const calls: string[] = [];
    const bus = new EventBus({
      clock: { now: () => 1000 },
      report: () => {},
      published: (event) =>
        calls.push(`published ${event.type} ${event.Get("points", 0)} ${bus.CurrentType()}`),
    });
    bus.Subscribe(EventType.BOSS_KILL, (event) => {
      event.Set("points", 5);
      error("raised");
    });
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["published BOSS_KILL 5 "]);
    calls.splice(0);
    bus.Subscribe(EventType.PVP_KILL, () => bus.Publish({ type: EventType.PVP_KILL }));
    bus.Publish({ type: EventType.PVP_KILL });
    expectEqual(calls.length, 32);
  });
});
