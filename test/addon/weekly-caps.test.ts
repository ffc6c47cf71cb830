import { describe, expect, it } from "vitest";
import { PROTOCOL_VERSION } from "../../shared/catalog/messages";
import type { AddonClient } from "./support/addon-client";
import { everyTestStartsAddon } from "./support/every-test";

let addon: AddonClient;

everyTestStartsAddon((started) => {
  addon = started;
});

/** Earned and cap of the currencies 1, 2 and 3. */
function weekly(): unknown[] {
  return [1, 2, 3].map((id) => addon.client.run(`return DCIntegration:GetWeeklyEarned(${id})`));
}

const NONE = [0, null];

describe("what the realm says of weekly caps", () => {
  it("is what was earned and the cap, and 0 and nil for a currency without one", () => {
    expect(weekly()).toEqual([NONE, NONE, NONE]);
    addon.realm.send("weeklyUpdate", { 2: { earned: 127, cap: 500 } }, { epoch: 4, revision: 1, base: 0 });
    expect(weekly()).toEqual([NONE, [127, 500], NONE]);
    expect(addon.client.run("return select('#', DCIntegration:GetWeeklyEarned(1))")).toEqual([2]);
  });

  it("is told to listeners with the data set's name, also to those who come late", () => {
    const listener = (name: string): string => `${name} = {}
      DCEventBus:RegisterCallback("${name}", "DC_DATA_UPDATE", function(_, dataType, playerData)
        tinsert(${name}, dataType .. " " .. (playerData.weekly[2] and playerData.weekly[2].earned or "none"))
      end)`;
    addon.client.run(listener("early"));
    const whole = { 2: { earned: 127, cap: 500 } };
    addon.realm.send("weeklyUpdate", whole, { epoch: 4, revision: 1, base: 0 });
    addon.client.run(listener("late"));
    addon.realm.send("weeklyUpdate", {}, { epoch: 4, revision: 2, base: 0 });
    expect(addon.evaluate("early")).toEqual(["weekly 127", "weekly none"]);
    expect(addon.evaluate("late")).toEqual(["weekly 127", "weekly none"]);
  });

  it("loses a cap that is not in the whole any more, in the table that others hold on to", () => {
    addon.client.run("held = DCIntegration:GetPlayerData().weekly");
    const whole = { 1: { earned: 5, cap: 10 }, 2: { earned: 127, cap: 500 } };
    addon.realm.send("weeklyUpdate", whole, { epoch: 4, revision: 1, base: 0 });
    const rest = { 2: { earned: 130, cap: 500 } };
    addon.realm.send("weeklyUpdate", rest, { epoch: 4, revision: 2, base: 0 });
    expect(weekly()).toEqual([NONE, [130, 500], NONE]);
    expect(addon.client.run("return held[1], held[2].earned")).toEqual([null, 130]);
    addon.realm.send("weeklyUpdate", whole, { epoch: 4, revision: 1, base: 0 });
    expect(weekly()).toEqual([NONE, [130, 500], NONE]);
  });

  it("may build on what is held, and then leaves the rest as it is", () => {
    const whole = { 1: { earned: 5, cap: 10 }, 2: { earned: 127, cap: 500 } };
    addon.realm.send("weeklyUpdate", whole, { epoch: 4, revision: 1, base: 0 });
    const change = { 2: { earned: 130, cap: 500 }, 3: { earned: 0, cap: 7 } };
    addon.realm.send("weeklyUpdate", change, { epoch: 4, revision: 2, base: 1 });
    expect(weekly()).toEqual([
      [5, 10],
      [130, 500],
      [0, 7],
    ]);
  });

  it("is in the status, currency by currency", () => {
    const whole = { 12: { earned: 0, cap: 90 }, 2: { earned: 127, cap: 500 } };
    addon.realm.send("weeklyUpdate", whole, { epoch: 4, revision: 1, base: 0 });
    addon.client.chat.length = 0;
    addon.client.slash("/dci status");
    const lines = addon.client.chat.filter((line) => line.includes("this week"));
    expect(lines).toEqual([
      expect.stringContaining("Currency 2: 127 of 500 this week."),
      expect.stringContaining("Currency 12: 0 of 90 this week."),
    ]);
  });

  it("can be given by another addon, and a wrong value is an error on its line", () => {
    addon.client.run("DCIntegration:UpdateWeekly({ [3] = { earned = 1, cap = 2 } })");
    expect(weekly()).toEqual([NONE, NONE, [1, 2]]);
    const wrong = "return pcall(function()\n DCIntegration:UpdateWeekly({ [3] = { earned = 1 } }) end)";
    const [succeeded, problem] = addon.client.run(wrong);
    expect([succeeded, String(problem)]).toEqual([
      false,
      expect.stringMatching(/:2: UpdateWeekly: weekly\[3\]/),
    ]);
  });
});

describe("a realm that knows no weekly caps", () => {
  it("is asked for them a few times, and everything else works", () => {
    const stamp = { epoch: 4, revision: 1, base: 0 };
    addon.realm.send("welcome", "0.1.0", PROTOCOL_VERSION);
    addon.realm.send("profileUpdate", { prestige: 3 }, stamp);
    addon.realm.send("currencyUpdate", { 1: 50 }, stamp);
    addon.realm.send("unlockList", {}, stamp);
    addon.client.tick(300);
    expect(addon.realm.hellos).toHaveLength(3);
    expect(addon.realm.hellos.at(-1)?.holding).toEqual({
      epoch: 4,
      profile: 1,
      currencies: 1,
      unlocks: 1,
      weekly: 0,
      currencyInfo: 0,
    });
    expect(addon.running()).toBe(0);
    expect(addon.client.run("return DCIntegration:GetPrestige(), DCIntegration:IsStale()")).toEqual([
      3,
      false,
    ]);
    expect(weekly()).toEqual([NONE, NONE, NONE]);
  });
});
