import { describe, expect, it } from "vitest";
import { PROTOCOL_VERSION } from "../../shared/catalog/messages";
import type { AddonClient } from "./support/addon-client";
import { everyTestStartsAddon } from "./support/every-test";

const COIN = "Interface\\Icons\\INV_Misc_Coin_01";
const QUESTION_MARK = "Interface\\Icons\\INV_Misc_QuestionMark";
const WHOLE = { epoch: 4, revision: 1, base: 0 };
const UNKNOWN = [null, null];

let addon: AddonClient;

everyTestStartsAddon((started) => {
  addon = started;
});

/** What is known of the currencies 1 and 2. */
function known(): unknown[] {
  return [1, 2].map((id) => addon.client.run(`return DCIntegration:GetCurrencyInfo(${id})`));
}

describe("what the realm says of currencies", () => {
  it("is name and icon, and nothing of a currency without a name", () => {
    expect(known()).toEqual([UNKNOWN, UNKNOWN]);
    addon.realm.send("currencyInfo", { 2: { name: "Upgrade Token", icon: COIN } }, WHOLE);
    expect(known()).toEqual([UNKNOWN, ["Upgrade Token", COIN]]);
  });

  it("has an icon to draw where the realm has none", () => {
    addon.realm.send("currencyInfo", { 2: { name: "Upgrade Token", icon: "" } }, WHOLE);
    expect(known()).toEqual([UNKNOWN, ["Upgrade Token", QUESTION_MARK]]);
  });

  it("is told to listeners, also to those who come late, and loses what is not in the whole any more", () => {
    const listener = (name: string): string => `${name} = {}
      DCEventBus:RegisterCallback("${name}", "DC_DATA_UPDATE", function(_, dataType, playerData)
        local info = playerData.currencyInfo[2]
        tinsert(${name}, dataType .. " " .. (info and info.name or "none"))
      end)`;
    addon.client.run(listener("early"));
    addon.realm.send("currencyInfo", { 2: { name: "Upgrade Token", icon: COIN } }, WHOLE);
    addon.client.run(listener("late"));
    addon.realm.send("currencyInfo", { 1: { name: "Shard", icon: COIN } }, { ...WHOLE, revision: 2 });
    expect(addon.evaluate("early")).toEqual(["currencyInfo Upgrade Token", "currencyInfo none"]);
    expect(addon.evaluate("late")).toEqual(["currencyInfo Upgrade Token", "currencyInfo none"]);
    expect(known()).toEqual([["Shard", COIN], UNKNOWN]);
  });

  it("names the currencies of the status", () => {
    addon.realm.send("weeklyUpdate", { 2: { earned: 127, cap: 500 }, 3: { earned: 1, cap: 9 } }, WHOLE);
    addon.realm.send("currencyInfo", { 2: { name: "Upgrade Token", icon: COIN } }, WHOLE);
    addon.client.chat.length = 0;
    addon.client.slash("/dci status");
    expect(addon.client.chat.filter((line) => line.includes("this week"))).toEqual([
      expect.stringContaining("Upgrade Token: 127 of 500 this week."),
      expect.stringContaining("Currency 3: 1 of 9 this week."),
    ]);
  });

  it("can be given by another addon, and a wrong value is an error on its line", () => {
    addon.client.run(`DCIntegration:UpdateCurrencyInfo({ [1] = { name = "Shard", icon = "" } })`);
    expect(known()).toEqual([["Shard", QUESTION_MARK], UNKNOWN]);
    const wrong = "return pcall(function()\n DCIntegration:UpdateCurrencyInfo({ [3] = { name = 'x' } }) end)";
    const [succeeded, problem] = addon.client.run(wrong);
    expect([succeeded, String(problem)]).toEqual([
      false,
      expect.stringMatching(/:2: UpdateCurrencyInfo: currencyInfo\[3\]/),
    ]);
  });
});

describe("a realm that sends no names of currencies", () => {
  it("is asked for them a few times, and everything else works", () => {
    addon.realm.send("welcome", "0.1.0", PROTOCOL_VERSION);
    addon.realm.send("profileUpdate", { prestige: 3 }, WHOLE);
    addon.realm.send("currencyUpdate", { 1: 50 }, WHOLE);
    addon.realm.send("unlockList", {}, WHOLE);
    addon.realm.send("weeklyUpdate", {}, WHOLE);
    addon.client.tick(300);
    expect(addon.realm.hellos).toHaveLength(3);
    expect(addon.running()).toBe(0);
    expect(addon.client.run("return DCIntegration:GetCurrency(1), DCIntegration:IsStale()")).toEqual([
      50,
      false,
    ]);
    expect(known()).toEqual([UNKNOWN, UNKNOWN]);
  });
});
