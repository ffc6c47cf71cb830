import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MESSAGES, type MessageKey } from "../../shared/catalog/messages";
import { type AddonClient, startAddon } from "./support/addon-client";
import type { LuaValue } from "./support/smallfolk";

let addon: AddonClient;

beforeAll(async () => {
  addon = await startAddon();
  const stamp = { epoch: 4, revision: 10, base: 0 };
  addon.realm.send("profileUpdate", { prestige: 3, season_pass_premium: true }, stamp);
  addon.realm.send("currencyUpdate", { 1: 50 }, stamp);
  addon.realm.send("unlockList", { mount: [5] }, stamp);
  addon.realm.send("weeklyUpdate", { 1: { earned: 127, cap: 500 } }, stamp);
  addon.realm.send("currencyInfo", { 1: { name: "Token", icon: "" } }, stamp);
});

afterAll(() => {
  addon.client.close();
});

const OUTGOING: readonly MessageKey[] = (Object.keys(MESSAGES) as MessageKey[]).filter(
  (key) => MESSAGES[key].from === "realm",
);

function state(): unknown {
  return addon.evaluate("{ DCIntegration:GetPlayerData(), DCIntegrationDB.held }");
}

function dropped(): number {
  addon.client.chat.length = 0;
  addon.client.slash("/dci status");
  return Number(/(\d+) messages/.exec(addon.client.chat.join("\n"))?.[1] ?? 0);
}

const STAMP = { epoch: 4, revision: 11, base: 10 };
const BAD_STAMPS: readonly LuaValue[] = [
  5,
  "x",
  true,
  {},
  { epoch: 4, revision: 11 },
  { epoch: 4, revision: 0, base: 0 },
  { epoch: 4, revision: 9, base: 10 },
  { epoch: -1, revision: 11, base: 10 },
  { epoch: 4, revision: 11.5, base: 10 },
  { epoch: 4, revision: NaN, base: 10 },
  { epoch: 4, revision: Infinity, base: 10 },
  { epoch: "4", revision: 11, base: 10 },
];
const NOTICE = { type: "mount", id: 6, name: "N", icon: "I", source: "S" };

const BAD_MESSAGES: readonly [MessageKey, ...LuaValue[]][] = [
  ...BAD_STAMPS.flatMap((stamp): [MessageKey, ...LuaValue[]][] => [
    ["profileUpdate", { prestige: 4 }, stamp],
    ["currencyUpdate", { 1: 51 }, stamp],
    ["unlockList", { mount: [6] }, stamp],
    ["weeklyUpdate", { 1: { earned: 128, cap: 500 } }, stamp],
    ["currencyInfo", { 1: { name: "Shard", icon: "" } }, stamp],
    ["unlockGained", NOTICE, stamp],
  ]),
  ["unlockGained", NOTICE, { epoch: 4, revision: 11, base: 0 }],
  ...[undefined, 5, "x", true].flatMap((data): [MessageKey, ...LuaValue[]][] => [
    ["profileUpdate", data, STAMP],
    ["currencyUpdate", data, STAMP],
    ["unlockList", data, STAMP],
    ["weeklyUpdate", data, STAMP],
    ["currencyInfo", data, STAMP],
    ["unlockGained", data, STAMP],
  ]),
  ...[-1, 256, 1.5, NaN, Infinity, "4", true, {}].map((value): [MessageKey, ...LuaValue[]] => [
    "profileUpdate",
    { prestige: value, mythic_rating: 7 },
    STAMP,
  ]),
  ["profileUpdate", { season_pass_premium: 2 }, STAMP],
  ["currencyUpdate", { 1: -1 }, STAMP],
  ["currencyUpdate", { 1: 9007199254740992 }, STAMP],
  ["currencyUpdate", { 1: 51, name: 5 }, STAMP],
  ["currencyUpdate", { 4294967296: 5 }, STAMP],
  ["unlockList", { mount: 6 }, STAMP],
  ["unlockList", { mount: [6, "x"] }, STAMP],
  ["unlockList", { mount: [-6] }, STAMP],
  ...[-1, 1.5, NaN, Infinity, "5", true, {}, 9007199254740992].flatMap(
    (value): [MessageKey, ...LuaValue[]][] => [
      ["weeklyUpdate", { 1: { earned: value, cap: 500 } }, STAMP],
      ["weeklyUpdate", { 1: { earned: 128, cap: value } }, STAMP],
    ],
  ),
  ["weeklyUpdate", { 1: { earned: 128, cap: 0 } }, STAMP],
  ["weeklyUpdate", { 1: { earned: 128 } }, STAMP],
  ["weeklyUpdate", { 1: { cap: 500 } }, STAMP],
  ["weeklyUpdate", { 1: { earned: 128, cap: 500 }, 2: 5 }, STAMP],
  ["weeklyUpdate", { 1: { earned: 128, cap: 500 }, name: { earned: 1, cap: 5 } }, STAMP],
  ["weeklyUpdate", { 4294967296: { earned: 1, cap: 5 } }, STAMP],
  ...[undefined, 5, true, {}].flatMap((value): [MessageKey, ...LuaValue[]][] => [
    ["currencyInfo", { 1: { name: value, icon: "" } }, STAMP],
    ["currencyInfo", { 1: { name: "Shard", icon: value } }, STAMP],
  ]),
  ["currencyInfo", { 1: { name: "Shard", icon: "" }, 2: "x" }, STAMP],
  ["currencyInfo", { 1: { name: "Shard", icon: "" }, name: { name: "Shard", icon: "" } }, STAMP],
  ["currencyInfo", { 4294967296: { name: "Shard", icon: "" } }, STAMP],
  ["unlockGained", { ...NOTICE, type: "castle" }, STAMP],
  ["unlockGained", { ...NOTICE, type: undefined }, STAMP],
  ["unlockGained", { ...NOTICE, id: undefined }, STAMP],
  ["unlockGained", { ...NOTICE, id: 1.5 }, STAMP],
  ["unlockGained", { ...NOTICE, name: 5 }, STAMP],
  ["unlockGained", { ...NOTICE, icon: 5 }, STAMP],
  ["unlockGained", { ...NOTICE, source: undefined }, STAMP],
  ["welcome"],
  ["welcome", 5, 1],
  ["welcome", "0.1.0", "1"],
  ["welcome", "0.1.0", 1.5],
  ["welcome", "0.1.0", NaN],
  ["welcome", "x".repeat(65), 1],
  ["welcome", "x".repeat(21), 1],
  ["welcome", "1.0\n|cffff0000", 1],
];

describe("a malformed message", () => {
  it.each(BAD_MESSAGES)("changes nothing and is counted: %s %j %j", (key, ...args) => {
    const before = state();
    const count = dropped();
    addon.realm.send(key, ...args);
    expect(state()).toEqual(before);
    expect(dropped()).toBe(count + 1);
    expect(addon.client.errors).toEqual([]);
    expect(addon.client.sounds).toEqual([]);
  });

  it("of any other kind is no error, and leaves data that can be read", () => {
    const key = fc.constantFrom(
      "prestige",
      "season_pass_premium",
      "mount",
      "type",
      "id",
      "name",
      "icon",
      "source",
      "earned",
      "cap",
      "epoch",
      "revision",
      "base",
      "1",
    );
    const { value } = fc.letrec<{ value: LuaValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<LuaValue>(
          undefined,
          true,
          false,
          NaN,
          Infinity,
          -1,
          0,
          1,
          1.5,
          5,
          1e300,
          "",
          "mount",
          "\u00e9",
        ),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...OUTGOING), fc.array(value, { maxLength: 3 }), (message, args) => {
        addon.realm.send(message, ...args);
        expect(addon.client.errors).toEqual([]);
        const readable = `DCIntegration:GetPrestige() >= 0 and DCIntegration:GetCurrency(1) >= 0
          and DCIntegration:GetWeeklyEarned(1) >= 0
          and type(DCIntegration:GetUnlocks("mount")) == "table"`;
        expect(addon.evaluate(readable)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
