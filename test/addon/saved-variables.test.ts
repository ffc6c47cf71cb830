import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type AddonClient, type AddonClientOptions, startAddon } from "./support/addon-client";

let addon: AddonClient | undefined;

async function start(options: AddonClientOptions = {}): Promise<AddonClient> {
  addon?.client.close();
  addon = await startAddon(options);
  return addon;
}

afterEach(() => {
  expect(addon?.client.errors ?? []).toEqual([]);
  addon?.client.close();
  addon = undefined;
});

const STAMP = { epoch: 7, revision: 3, base: 0 };

/** A session that is sent data and ended; gives what was saved. */
async function savedSession(): Promise<string> {
  const { client, realm } = await start();
  realm.send("profileUpdate", { prestige: 3, mythic_rating: 1500, season_pass_premium: true }, STAMP);
  realm.send("currencyUpdate", { 1: 50, 2: 0 }, STAMP);
  realm.send("unlockList", { title: [4], mount: [5, 9] }, STAMP);
  realm.send("weeklyUpdate", { 2: { earned: 127, cap: 500 } }, STAMP);
  realm.send("currencyInfo", { 2: { name: "Token", icon: "Interface\\Icons\\Coin" } }, STAMP);
  return client.logout().get("DCIntegration") ?? "";
}

describe("data of the last session", () => {
  it("shows at once, is stale, and is offered to the realm", async () => {
    const saved = await savedSession();
    const { client, realm, evaluate } = await start({
      saved,
      after: "early = { DCIntegration:GetPrestige(), DCIntegration:IsStale() }",
    });
    expect(evaluate("early")).toEqual([3, true]);
    expect(client.run("return DCIntegration:GetMythicRating(), DCIntegration:GetCurrency(1)")).toEqual([
      1500, 50,
    ]);
    expect(evaluate("DCIntegration:GetPlayerData().seasonPassPremium")).toBe(true);
    expect(evaluate(`DCIntegration:GetUnlocks("mount")`)).toEqual([5, 9]);
    expect(client.run("return DCIntegration:GetWeeklyEarned(2)")).toEqual([127, 500]);
    expect(realm.hellos[0]?.holding).toEqual({
      epoch: 7,
      profile: 3,
      currencies: 3,
      unlocks: 3,
      weekly: 3,
      currencyInfo: 3,
    });
  });

  it("is brought up to date by a delta, and is no longer stale then", async () => {
    const saved = await savedSession();
    const { client, realm, evaluate } = await start({ saved });
    client.run(
      `DCEventBus:RegisterCallback("test", "DC_SYNCED", function() staleAtSync = DCIntegration:IsStale() end)`,
    );
    realm.send("welcome", "0.1.0", 1);
    expect(evaluate("DCIntegration:IsStale()")).toBe(true);
    realm.send("profileUpdate", { mythic_rating: 1525 }, { epoch: 7, revision: 4, base: 3 });
    expect(client.run("return DCIntegration:IsStale(), staleAtSync")).toEqual([false, false]);
    expect(client.run("return DCIntegration:GetPrestige(), DCIntegration:GetMythicRating()")).toEqual([
      3, 1525,
    ]);
  });

  it("is no longer stale when the realm finds that nothing is missing", async () => {
    const { realm, evaluate } = await start({ saved: await savedSession() });
    realm.send("profileUpdate", {}, { epoch: 7, revision: 3, base: 3 });
    expect(evaluate("DCIntegration:IsStale()")).toBe(false);
    expect(evaluate("DCIntegration:GetPrestige()")).toBe(3);
  });

  it("is not claimed as held where the client's text form of numbers has changed it", async () => {
    const first = await start();
    first.realm.send("currencyUpdate", { 1: 9007199254740991 }, STAMP);
    first.realm.send("weeklyUpdate", { 1: { earned: 5, cap: 9007199254740991 } }, STAMP);
    first.realm.send("profileUpdate", { prestige: 1 }, STAMP);
    const saved = first.client.logout().get("DCIntegration") ?? "";
    const { realm } = await start({ saved });
    expect(realm.hellos[0]?.holding).toEqual({
      epoch: 7,
      profile: 3,
      currencies: 0,
      unlocks: 0,
      weekly: 0,
      currencyInfo: 0,
    });
  });

  it("keeps the settings", async () => {
    const first = await start();
    first.client.run(`DCIntegrationDB.settings.toasts = false
      DCIntegrationDB.settings.scale = 1.5
      DCIntegrationDB.settings.position = { point = "LEFT", relativePoint = "CENTER", x = 10.5, y = -3 }`);
    const saved = first.client.logout().get("DCIntegration") ?? "";
    const { evaluate } = await start({ saved });
    expect(evaluate("DCIntegrationDB.settings")).toEqual({
      toasts: false,
      sound: true,
      scale: 1.5,
      position: { point: "LEFT", relativePoint: "CENTER", x: 10.5, y: -3 },
    });
  });
});

const DEFAULTS = {
  toasts: true,
  sound: true,
  scale: 1,
  position: { point: "TOP", relativePoint: "TOP", x: 0, y: -180 },
};

describe("damaged saved variables", () => {
  it.each([
    "DCIntegrationDB = nil",
    "DCIntegrationDB = 5",
    "DCIntegrationDB = 'text'",
    "DCIntegrationDB = {}",
    "DCIntegrationDB = { settings = 1, held = 2, playerData = 3 }",
    "DCIntegrationDB = { settings = { scale = 0/0, position = { point = 'NOWHERE' } } }",
    "DCIntegrationDB = { settings = { scale = 1e308, position = { point = 'TOP', relativePoint = 'TOP', x = 1/0, y = 0 } } }",
    "DCIntegrationDB = { playerData = { currencies = 'x', unlocks = { mount = 5, [3] = {} } } }",
    "DCIntegrationDB = { playerData = { weekly = { [2] = 5, [3] = { earned = 1 }, x = { earned = 1, cap = 2 } } } }",
    "DCIntegrationDB = { playerData = { currencyInfo = { [2] = 5, [3] = { name = 1, icon = 2 }, x = { name = 'T', icon = '' } } } }",
    "DCIntegrationDB = { held = { epoch = -1, profile = 'x' } }",
  ])("are replaced by defaults: %s", async (saved) => {
    const { evaluate, realm } = await start({ saved });
    expect(evaluate("DCIntegrationDB.settings")).toEqual(DEFAULTS);
    expect(evaluate("DCIntegration:GetPlayerData()")).toEqual({
      currencies: {},
      unlocks: {},
      weekly: {},
      currencyInfo: {},
    });
    expect(realm.hellos[0]?.holding).toMatchObject({
      profile: 0,
      currencies: 0,
      unlocks: 0,
      weekly: 0,
      currencyInfo: 0,
    });
  });

  it("give what is usable of each data set, and what was damaged is asked for as a whole", async () => {
    const { evaluate, realm } = await start({
      saved: `DCIntegrationDB = {
        held = { epoch = 7, profile = 3, currencies = 3, unlocks = 3, weekly = 3, currencyInfo = 3 },
        playerData = { prestige = 999, mythicRating = 1500, currencies = { [1] = 50, [2] = -1, x = 3 },
          unlocks = { mount = { [5] = true } },
          weekly = { [1] = { earned = 127, cap = 500, note = "x" }, [2] = { earned = 1.5, cap = 500 } },
          currencyInfo = { [1] = { name = "Token", icon = "", note = "x" }, [2] = { name = "Shard" } } } }`,
    });
    expect(evaluate("DCIntegration:GetPlayerData()")).toEqual({
      mythicRating: 1500,
      currencies: [50],
      unlocks: { mount: { 5: true } },
      weekly: [{ earned: 127, cap: 500 }],
      currencyInfo: [{ name: "Token", icon: "" }],
    });
    expect(realm.hellos[0]?.holding).toEqual({
      epoch: 7,
      profile: 0,
      currencies: 0,
      unlocks: 3,
      weekly: 0,
      currencyInfo: 0,
    });
  });

  it("of a version that knew no weekly caps and no names of currencies keep what they hold", async () => {
    const { evaluate, realm } = await start({
      saved: `DCIntegrationDB = { held = { epoch = 7, profile = 3, currencies = 3, unlocks = 3 },
        playerData = { prestige = 3, currencies = { [1] = 50 }, unlocks = {} } }`,
    });
    expect(evaluate("DCIntegration:GetPlayerData()")).toEqual({
      prestige: 3,
      currencies: [50],
      unlocks: {},
      weekly: {},
      currencyInfo: {},
    });
    expect(realm.hellos[0]?.holding).toEqual({
      epoch: 7,
      profile: 3,
      currencies: 3,
      unlocks: 3,
      weekly: 0,
      currencyInfo: 0,
    });
  });

  it("are never an error, whatever they hold", async () => {
    const garbage = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("nil", "true", "false", "0/0", "1/0", "-1", "2.5", "1e300", "''", "'TOP'", "7", "{}"),
        tie("table"),
      ),
      table: fc
        .array(
          fc.tuple(
            fc.constantFrom(
              "settings",
              "held",
              "playerData",
              "currencies",
              "unlocks",
              "weekly",
              "currencyInfo",
              "name",
              "icon",
              "earned",
              "cap",
              "mount",
              "prestige",
              "epoch",
              "profile",
              "position",
              "point",
              "scale",
              "seasonPassPremium",
            ),
            tie("value"),
          ),
          { maxLength: 8 },
        )
        .map(
          (entries) =>
            `{${entries.map(([key, value]) => `[${JSON.stringify(key)}] = ${String(value)}`).join(", ")}}`,
        ),
    }));
    const code = garbage.value.map((value) => `DCIntegrationDB = ${String(value)}`);
    await fc.assert(
      fc.asyncProperty(code, async (saved) => {
        const restarted = await start({ saved });
        expect(restarted.client.errors).toEqual([]);
        expect(restarted.evaluate("DCIntegration:GetPrestige() >= 0")).toBe(true);
        expect(restarted.evaluate("type(DCIntegrationDB.settings.scale)")).toBe("number");
      }),
      { numRuns: 40 },
    );
  });
});
