import { afterEach, describe, expect, it } from "vitest";
import { addonKeyOf, PROFILE_FIELDS, wireKeyOf } from "../../shared/catalog/profile-fields";
import { type AddonClient, type AddonClientOptions, startAddon } from "./support/addon-client";

let addon: AddonClient | undefined;

async function start(options: AddonClientOptions = {}): Promise<AddonClient> {
  addon = await startAddon(options);
  return addon;
}

afterEach(() => {
  expect(addon?.client.errors).toEqual([]);
  addon?.client.close();
  addon = undefined;
});

const METHODS = {
  DCIntegration: [
    ...[
      "BroadcastUpdate",
      "CompareWithSent",
      "GetCurrencies",
      "GetCurrency",
      "GetCurrencyInfo",
      "GetHighestKey",
      "GetMythicRating",
      "GetPlayerData",
    ],
    ...[
      "GetPrestige",
      "GetRealmVersion",
      "GetSeasonLevel",
      "GetUnlocks",
      "GetVersion",
      "GetWeeklyEarned",
      "HasUnlock",
      "IsStale",
    ],
    ...["OnUnlockGained", "RegisterCallback", "Subscribe", "UnregisterAllCallbacks", "UnregisterCallback"],
    ...[
      "Unsubscribe",
      "UpdateCurrencies",
      "UpdateCurrencyInfo",
      "UpdateProfile",
      "UpdateUnlocks",
      "UpdateWeekly",
    ],
  ],
  DCEventBus: [
    ...[
      "ClearHistory",
      "Fire",
      "GetRecentEvents",
      "Publish",
      "PublishAsync",
      "PublishBatch",
      "RegisterCallback",
    ],
    ...["Subscribe", "UnregisterAllCallbacks", "UnregisterCallback", "Unsubscribe"],
  ],
  DCNotification: ["Create"],
};

const GETTERS = [
  "GetPlayerData().prestige",
  "GetCurrency(1)",
  "GetCurrency()",
  "GetCurrencies()",
  "GetCurrencyInfo(1)",
  "GetCurrencyInfo()",
  "GetWeeklyEarned(1)",
  "GetWeeklyEarned()",
  "GetPrestige()",
  "GetMythicRating()",
  "GetSeasonLevel()",
  "GetHighestKey()",
  `GetUnlocks("mount")`,
  `GetUnlocks("castle")`,
  `HasUnlock("mount", 5)`,
  "HasUnlock()",
  "IsStale()",
  "GetRealmVersion()",
];

describe("the addon's public names", () => {
  it("are the only globals that it makes", async () => {
    const { evaluate } = await start({
      before: "namesBefore = {} for name in pairs(_G) do namesBefore[name] = true end",
      after: `newNames = {}
        for name in pairs(_G) do
          if not namesBefore[name] and name ~= "newNames" and name ~= "namesBefore" then tinsert(newNames, name) end
        end
        table.sort(newNames)`,
    });
    expect(evaluate("newNames")).toEqual([
      "DCEventBus",
      "DCIntegration",
      "DCIntegrationDB",
      "DCNotification",
      "SLASH_DCINTEGRATION1",
    ]);
    expect(evaluate("SLASH_DCINTEGRATION1")).toBe("/dci");
    expect(evaluate("type(SlashCmdList.DCINTEGRATION)")).toBe("function");
  });

  it.each(Object.entries(METHODS))("have the methods that the manual names: %s", async (name, methods) => {
    const { evaluate } = await start();
    const list = evaluate(`(function() local list = {}
      for key in pairs(${name}) do tinsert(list, key) end table.sort(list) return list end)()`);
    expect(list).toEqual(methods);
  });

  it("touch nothing that the game lacks", async () => {
    const { violations } = await start();
    expect(violations()).toEqual([]);
  });
});

describe("getters before the first answer", () => {
  it.each(GETTERS)("do not raise: %s", async (getter) => {
    const { client } = await start();
    expect(() => client.run(`return DCIntegration:${getter}`)).not.toThrow();
  });

  it("give nothing, and say that it is stale", async () => {
    const { client } = await start();
    expect(
      client.run(`return DCIntegration:GetPrestige(), DCIntegration:GetCurrency(1), DCIntegration:IsStale(),
      DCIntegration:HasUnlock("mount", 5)`),
    ).toEqual([0, 0, true, false]);
  });
});

describe("a full profile", () => {
  it("arrives field by field under the addon's keys", async () => {
    const { realm, evaluate } = await start();
    const sent: Record<string, number | boolean> = {};
    const expected: Record<string, number | boolean> = {};
    PROFILE_FIELDS.forEach((field, index) => {
      const value = field.type === "boolean" ? true : index + 1;
      sent[wireKeyOf(field)] = value;
      expected[addonKeyOf(field)] = value;
    });
    realm.send("profileUpdate", sent, { epoch: 1, revision: 1, base: 0 });
    expect(evaluate("DCIntegration:GetPlayerData()")).toEqual({
      ...expected,
      currencies: {},
      unlocks: {},
      weekly: {},
      currencyInfo: {},
    });
  });
});

describe("without AIO", () => {
  it("says so once in the chat and shows what was saved", async () => {
    const saved = `DCIntegrationDB = { held = { epoch = 7, profile = 3, currencies = 3, unlocks = 3 },
      playerData = { prestige = 3, currencies = { [1] = 50 }, unlocks = {} } }`;
    const { client, running } = await start({ saved, withoutAio: true });
    client.tick(120);
    expect(client.chat.filter((line) => line.includes("AIO_Client"))).toHaveLength(1);
    expect(
      client.run("return DCIntegration:GetPrestige(), DCIntegration:GetCurrency(1), DCIntegration:IsStale()"),
    ).toEqual([3, 50, true]);
    client.run(`DCIntegration:OnUnlockGained({ name = "A", source = "B" })`);
    client.tick(1);
    expect(client.shownTexts()).toContain("A");
    client.tick(30);
    expect(running()).toBe(0);
  });
});
