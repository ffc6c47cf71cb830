import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AddonClient, startAddon } from "./support/addon-client";

let addon: AddonClient;

beforeEach(async () => {
  addon = await startAddon();
});

afterEach(() => {
  addon.client.close();
});

function noErrors(): void {
  expect(addon.client.errors).toEqual([]);
}

describe("DCEventBus callbacks", () => {
  it("get the event's name and what was fired, nils included", () => {
    addon.client.run(`
      DCEventBus:RegisterCallback("Mine", "MY_EVENT", function(...) count = select("#", ...) got = { ... } end)
      DCEventBus:Fire("MY_EVENT", 1, nil, "three", nil)`);
    expect(addon.client.run("return count, got[1], got[2], got[3], got[4]")).toEqual([
      5,
      "MY_EVENT",
      1,
      null,
      "three",
    ]);
    noErrors();
  });

  it("call a method by its name with its table, and one called like the event by default", () => {
    addon.client.run(`
      Mine = { name = "Mine", calls = {} }
      function Mine:Changed(...) table.insert(self.calls, table.concat({ ... }, " ")) end
      function Mine:OTHER_EVENT(...) table.insert(self.calls, table.concat({ ... }, " ")) end
      DCEventBus:RegisterCallback(Mine, "MY_EVENT", "Changed")
      DCEventBus:RegisterCallback(Mine, "OTHER_EVENT")
      DCEventBus:Fire("MY_EVENT", "a") DCEventBus:Fire("OTHER_EVENT", "b")`);
    expect(addon.evaluate("Mine.calls")).toEqual(["MY_EVENT a", "OTHER_EVENT b"]);
    noErrors();
  });

  it("are one for each target and event, and end when they are taken away", () => {
    addon.client.run(`
      calls = {}
      local function note(text) return function() table.insert(calls, text) end end
      Mine, Other = {}, {}
      DCEventBus:RegisterCallback(Mine, "A", note("replaced"))
      DCEventBus:RegisterCallback(Mine, "A", note("mine"))
      DCEventBus:RegisterCallback(Mine, "B", note("mine b"))
      DCEventBus:RegisterCallback(Other, "A", note("other"))
      DCEventBus:Fire("A")
      DCEventBus:UnregisterCallback(Other, "A")
      DCEventBus:UnregisterCallback(Other, "NEVER") DCEventBus:UnregisterCallback({}, "A")
      DCEventBus:Fire("A") DCEventBus:Fire("B")
      DCEventBus:UnregisterAllCallbacks(Mine)
      DCEventBus:Fire("A") DCEventBus:Fire("B")`);
    expect(addon.evaluate("calls")).toEqual(["mine", "other", "mine", "mine b"]);
    noErrors();
  });

  it.each([
    ["DCEventBus:Fire(nil)", "Fire: eventName must be a string, not nil"],
    ["DCEventBus:RegisterCallback(nil, 'A', print)", "RegisterCallback: target must be a table, not nil"],
    ["DCEventBus:RegisterCallback({}, 5, print)", "RegisterCallback: eventName must be a string, not number"],
    ["DCEventBus:RegisterCallback({}, 'A', 5)", "RegisterCallback: method must be a string, not number"],
    [
      "DCEventBus:RegisterCallback('Mine', 'A', 'Method')",
      "RegisterCallback: method must be a function, not string",
    ],
    ["DCEventBus:Subscribe('A')", "Subscribe: handler must be a function, not nil"],
    ["DCEventBus:Publish('A')", "Publish: event must be a table, not string"],
    ["DCEventBus:Publish({})", "Publish: event.type must be a string, not nil"],
    ["DCIntegration:UpdateProfile({ prestige = 'x' })", "UpdateProfile: prestige = x is not a u8"],
    ["DCIntegration:UpdateCurrencies(5)", "UpdateCurrencies: currencies must be a table, not number"],
    ["DCIntegration:OnUnlockGained({})", "OnUnlockGained: name must be a string"],
    ["DCIntegration:Subscribe()", "Subscribe: listener must be a function, not nil"],
    ["DCEventBus:Fire('')", "Fire: an event type is a string of 1 to 50 bytes"],
    ["DCEventBus:RegisterCallback({}, ('x'):rep(51), print)", "an event type is a string of 1 to 50 bytes"],
    ["DCEventBus:UnregisterCallback(nil, 'A')", "UnregisterCallback: target must be a table, not nil"],
    ["DCEventBus:UnregisterCallback({})", "UnregisterCallback: eventName must be a string, not nil"],
    ["DCEventBus:UnregisterAllCallbacks()", "UnregisterAllCallbacks: target must be a table, not nil"],
    ["DCEventBus:Subscribe('', print)", "Subscribe: an event type is a string of 1 to 50 bytes"],
    ["DCEventBus:Subscribe('A', print, true)", "Subscribe: the filter must be a function"],
    ["DCEventBus:Subscribe('A', print, nil, 'high')", "Subscribe: the priority must be a number"],
    ["DCEventBus:Publish({ type = 'A', player = -1 })", "player must be a low GUID"],
    ["DCEventBus:PublishAsync({ type = 'A', data = 5 })", "data must be a table, not 5"],
    ["DCEventBus:PublishBatch({ 5 })", "PublishBatch: event must be a table, not number"],
    ["DCEventBus:PublishBatch({ { type = 'A', timestamp = -1 } })", "timestamp must be Unix seconds, not -1"],
    ["DCEventBus:GetRecentEvents('A', true)", "GetRecentEvents: count must be a number, not boolean"],
  ])("refuse wrong arguments on the caller's line: %s", (code, message) => {
    const problem = String(
      addon.client.run(`\nlocal ok, problem = pcall(function()\n${code}\nend) return problem`)[0],
    );
    expect(problem).toContain(message);
    expect(problem).toMatch(/:3: /);
  });
});

describe("one bus for both manners", () => {
  it("brings what is fired to subscribers, and what is published to callbacks", () => {
    addon.client.run(`
      DCEventBus:Subscribe("MY_EVENT", function(event) fired = { event.type, event.data[1], event.data[2] } end)
      DCEventBus:Fire("MY_EVENT", "a", 2)
      DCEventBus:RegisterCallback("Mine", "BOSS_KILL", function(name, data) published = { name, data.creature_entry } end)
      DCEventBus:Publish({ type = "BOSS_KILL", data = { creature_entry = 36597 } })
      DCEventBus:Subscribe("BOSS_KILL", function(event) byTable = event:Get("creature_entry", 0) end)
      DCEventBus:Fire("BOSS_KILL", { creature_entry = 5 })`);
    expect(addon.client.run("return fired, published, byTable")).toEqual([
      ["MY_EVENT", "a", 2],
      ["BOSS_KILL", 5],
      5,
    ]);
    noErrors();
  });

  it("names what goes with the addon's own events", () => {
    addon.client.run(`
      DCEventBus:Subscribe("DC_DATA_UPDATE", function(event)
        named = event:Get("dataType") same = event.data.playerData == DCIntegration:GetPlayerData() end)
      DCEventBus:RegisterCallback("Mine", "DC_DATA_UPDATE", function(_, dataType) byOrder = dataType end)
      DCEventBus:Publish({ type = "DC_DATA_UPDATE", data = { dataType = "currencies", playerData = DCIntegration:GetPlayerData() } })`);
    expect(addon.client.run("return named, same, byOrder")).toEqual(["currencies", true, "currencies"]);
    noErrors();
  });

  it("orders by priority, filters, and remembers what was published", () => {
    addon.client.run(`
      order = {}
      DCEventBus:Subscribe("A", function() table.insert(order, "low") end, -1)
      DCEventBus:Subscribe("A", function() table.insert(order, "high") end, 10)
      local id = DCEventBus:Subscribe("A", function() table.insert(order, "gone") end)
      DCEventBus:Subscribe("A", function() table.insert(order, "never") end, function() return false end)
      DCEventBus:Unsubscribe(id)
      DCEventBus:PublishBatch({ { type = "A" }, { type = "A" } })
      remembered = #DCEventBus:GetRecentEvents("A")
      DCEventBus:ClearHistory()
      forgotten = #DCEventBus:GetRecentEvents("A")`);
    expect(addon.evaluate("order")).toEqual(["high", "low", "high", "low"]);
    expect(addon.client.run("return remembered, forgotten")).toEqual([2, 0]);
    noErrors();
  });

  it("publishes later at the next picture, then rests", () => {
    addon.client.run(`
      DCEventBus:Subscribe("A", function() seen = true end)
      DCEventBus:PublishAsync({ type = "A" })`);
    expect(addon.evaluate("seen")).toBeNull();
    addon.client.tick(0.1);
    expect(addon.evaluate("seen")).toBe(true);
    noErrors();
  });
});

describe("a listener to data that comes late", () => {
  beforeEach(() => {
    addon.realm.send("profileUpdate", { prestige: 3 }, { epoch: 1, revision: 1, base: 0 });
    addon.realm.send("currencyUpdate", { 1: 50 }, { epoch: 1, revision: 1, base: 0 });
  });

  it.each([
    [
      "RegisterCallback",
      `DCEventBus:RegisterCallback("Mine", "DC_DATA_UPDATE", function(_, dataType) note(dataType) end)`,
    ],
    ["Subscribe", `DCEventBus:Subscribe("DC_DATA_UPDATE", function(event) note(event:Get("dataType")) end)`],
    ["DCIntegration:Subscribe", `DCIntegration:Subscribe(function(dataType) note(dataType) end)`],
    [
      "DCIntegration:RegisterCallback",
      `DCIntegration:RegisterCallback({ DC_DATA_UPDATE = function(_, _, dataType) note(dataType) end }, "DC_DATA_UPDATE")`,
    ],
  ])("hears at once what is known: %s", (_manner, code) => {
    addon.client.run(`heard = {} function note(dataType) table.insert(heard, dataType) end ${code}`);
    expect(addon.evaluate("heard")).toEqual(["profile", "currencies"]);
    addon.realm.send("profileUpdate", { prestige: 4 }, { epoch: 1, revision: 2, base: 1 });
    expect(addon.evaluate("heard")).toEqual(["profile", "currencies", "profile"]);
    noErrors();
  });

  it("hears no more of it once it has been taken away, or another has its place", () => {
    addon.client.run(`
      heard = {}
      DCEventBus:RegisterCallback("Once", "DC_DATA_UPDATE", function(event, dataType)
        table.insert(heard, "once " .. dataType)
        DCEventBus:UnregisterCallback("Once", event)
      end)
      DCEventBus:RegisterCallback("Twice", "DC_DATA_UPDATE", function(event, dataType)
        table.insert(heard, "first " .. dataType)
        DCEventBus:RegisterCallback("Twice", event, function(_, later) table.insert(heard, "second " .. later) end)
      end)`);
    expect(addon.evaluate("heard")).toEqual([
      "once profile",
      "first profile",
      "second profile",
      "second currencies",
    ]);
    noErrors();
  });
});

describe("a handler that raises", () => {
  it("is reported once with its name, and the others run", () => {
    addon.client.run(`
      calls = 0
      DCEventBus:RegisterCallback({ name = "BadAddon" }, "A", function() error("broken") end)
      DCEventBus:RegisterCallback("Good", "A", function() calls = calls + 1 end)
      DCEventBus:Fire("A") DCEventBus:Fire("A")`);
    expect(addon.evaluate("calls")).toBe(2);
    expect(addon.client.errors).toHaveLength(1);
    expect(addon.client.errors[0]).toContain("BadAddon");
    expect(addon.client.errors[0]).toContain("broken");
  });

  it("is named by its place in the code when it has no other name", () => {
    addon.client.loadAddonCode("Third", [
      { name: "Third.lua", code: `\nDCEventBus:Subscribe("A", function() error("broken") end)` },
    ]);
    addon.client.run(`DCEventBus:Fire("A")`);
    expect(addon.client.errors[0]).toMatch(/Third\.lua:2/);
  });

  it("while data arrives does not keep the data out", () => {
    addon.client.run(`DCIntegration:Subscribe(function() error("broken") end)`);
    addon.realm.send("profileUpdate", { prestige: 3 }, { epoch: 1, revision: 1, base: 0 });
    expect(addon.evaluate("DCIntegration:GetPrestige()")).toBe(3);
    expect(addon.evaluate("DCIntegration:IsStale()")).toBe(false);
    expect(addon.client.errors).toHaveLength(1);
  });

  it("as a hook of what takes data in keeps nobody from hearing that the realm is here, and no revision from being kept", () => {
    addon.client.run(`
      local original = DCIntegration.UpdateProfile
      DCIntegration.UpdateProfile = function(...) original(...) error("broken hook") end
      DCEventBus:RegisterCallback("Mine", "DC_SYNCED", function() synced = DCIntegration:GetPrestige() end)`);
    addon.realm.send("profileUpdate", { prestige: 3 }, { epoch: 1, revision: 1, base: 0 });
    expect(addon.evaluate("synced")).toBe(3);
    expect(addon.evaluate("DCIntegrationDB.held.profile")).toBe(1);
    expect(addon.client.errors).toEqual([expect.stringContaining("broken hook")]);
  });
});
