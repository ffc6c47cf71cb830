import { describe, expect, it } from "vitest";
import { PROTOCOL_VERSION } from "../../shared/catalog/messages";
import type { AddonClient } from "./support/addon-client";
import { everyTestStartsAddon } from "./support/every-test";

const NOTHING = { epoch: 0, profile: 0, currencies: 0, unlocks: 0, weekly: 0, currencyInfo: 0 };

let addon: AddonClient;

everyTestStartsAddon((started) => {
  addon = started;
});

/** Brings all data sets to `revision` of `epoch`. */
function sendAll(epoch: number, revision: number, rating: number): void {
  const stamp = { epoch, revision, base: 0 };
  addon.realm.send("welcome", "0.1.0", PROTOCOL_VERSION);
  addon.realm.send("profileUpdate", { prestige: 3, mythic_rating: rating }, stamp);
  addon.realm.send("currencyUpdate", { 1: 50, 2: 7 }, stamp);
  addon.realm.send("unlockList", { mount: [5, 9] }, stamp);
  addon.realm.send("weeklyUpdate", { 2: { earned: 127, cap: 500 } }, stamp);
  addon.realm.send("currencyInfo", { 2: { name: "Token", icon: "Coin" } }, stamp);
}

describe("the hello", () => {
  it("says at login that nothing is held", () => {
    expect(addon.realm.hellos).toEqual([
      { version: addon.evaluate("DCIntegration:GetVersion()"), protocol: PROTOCOL_VERSION, holding: NOTHING },
    ]);
  });

  it("is repeated further and further apart while nothing answers", () => {
    const counts: number[] = [];
    // The hello at login was two seconds ago.
    for (const seconds of [3.5, 10, 20, 40, 60, 60]) {
      addon.client.tick(seconds);
      counts.push(addon.realm.hellos.length);
    }
    expect(counts).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it("ends when the realm has sent everything, and leaves nothing running", () => {
    sendAll(4, 1, 1500);
    addon.client.tick(300);
    expect(addon.realm.hellos).toHaveLength(1);
    expect(addon.running()).toBe(0);
  });

  it("ends after a few tries for a data set that the realm never sends", () => {
    addon.realm.send("welcome", "0.1.0", PROTOCOL_VERSION);
    addon.client.tick(300);
    expect(addon.realm.hellos).toHaveLength(3);
    expect(addon.running()).toBe(0);
  });

  it("says after a gap what is held, at most once in 5 seconds", () => {
    sendAll(4, 10, 1500);
    for (let revision = 12; revision < 20; revision++) {
      addon.realm.send("profileUpdate", { mythic_rating: 1 }, { epoch: 4, revision, base: revision - 1 });
      addon.client.tick(1);
    }
    addon.client.tick(1);
    const holding = { epoch: 4, profile: 10, currencies: 10, unlocks: 10, weekly: 10, currencyInfo: 10 };
    expect(addon.realm.hellos.slice(1).map((hello) => hello.holding)).toEqual([holding, holding]);
  });

  it("holds nothing of a set that is still of an older epoch", () => {
    sendAll(4, 10, 1500);
    addon.realm.send("profileUpdate", { mythic_rating: 2 }, { epoch: 5, revision: 1, base: 0 });
    addon.realm.send("currencyUpdate", { 1: 1 }, { epoch: 5, revision: 3, base: 2 });
    addon.client.tick(6);
    const holding = { epoch: 5, profile: 1, currencies: 0, unlocks: 0, weekly: 0, currencyInfo: 0 };
    expect(addon.realm.hellos.at(-1)?.holding).toEqual(holding);
  });
});

describe("updates from the realm", () => {
  it("fill the player's data under the document's keys", () => {
    sendAll(4, 1, 1500);
    expect(addon.evaluate("DCIntegration:GetPlayerData()")).toMatchObject({
      prestige: 3,
      mythicRating: 1500,
    });
    expect(addon.client.run("return DCIntegration:GetPrestige(), DCIntegration:GetMythicRating()")).toEqual([
      3, 1500,
    ]);
    expect(addon.client.run("return DCIntegration:GetCurrency(1), DCIntegration:GetCurrency(99)")).toEqual([
      50, 0,
    ]);
    expect(addon.evaluate(`DCIntegration:GetUnlocks("mount")`)).toEqual([5, 9]);
  });

  it("add to what is held when they build on it, and are ignored when they are repeated", () => {
    sendAll(4, 1, 1500);
    const stamp = { epoch: 4, revision: 2, base: 1 };
    addon.realm.send("profileUpdate", { mythic_rating: 1525 }, stamp);
    addon.realm.send("profileUpdate", { mythic_rating: 9999 }, stamp);
    expect(addon.client.run("return DCIntegration:GetPrestige(), DCIntegration:GetMythicRating()")).toEqual([
      3, 1525,
    ]);
  });

  it("change nothing across a gap, until the answer to the next hello fills it", () => {
    sendAll(4, 1, 1500);
    addon.realm.send("profileUpdate", { mythic_rating: 9 }, { epoch: 4, revision: 3, base: 2 });
    expect(addon.evaluate("DCIntegration:GetMythicRating()")).toBe(1500);
    addon.client.tick(6);
    expect(addon.realm.hellos).toHaveLength(2);
    addon.realm.send("profileUpdate", { mythic_rating: 9 }, { epoch: 4, revision: 3, base: 1 });
    expect(addon.evaluate("DCIntegration:GetMythicRating()")).toBe(9);
    addon.client.tick(300);
    expect(addon.realm.hellos).toHaveLength(2);
    expect(addon.running()).toBe(0);
  });

  it("replace everything when the realm counts anew", () => {
    sendAll(4, 10, 1500);
    const stamp = { epoch: 5, revision: 1, base: 0 };
    addon.realm.send("profileUpdate", { mythic_rating: 12 }, stamp);
    addon.realm.send("currencyUpdate", { 2: 8 }, stamp);
    addon.realm.send("unlockList", { title: [1] }, stamp);
    expect(addon.client.run("return DCIntegration:GetPrestige(), DCIntegration:GetMythicRating()")).toEqual([
      0, 12,
    ]);
    expect(addon.client.run("return DCIntegration:GetCurrency(1), DCIntegration:GetCurrency(2)")).toEqual([
      0, 8,
    ]);
    expect(
      addon.client.run(`return DCIntegration:HasUnlock("mount", 5), DCIntegration:HasUnlock("title", 1)`),
    ).toEqual([false, true]);
  });

  it("keep the tables that another addon holds on to", () => {
    addon.client.run("held = DCIntegration:GetPlayerData() heldCurrencies = held.currencies");
    sendAll(4, 10, 1500);
    sendAll(5, 1, 20);
    expect(addon.client.run("return held.mythicRating, heldCurrencies[1]")).toEqual([20, 50]);
  });

  it("keep booleans as such", () => {
    addon.realm.send("profileUpdate", { season_pass_premium: false }, { epoch: 1, revision: 1, base: 0 });
    expect(addon.evaluate("DCIntegration:GetPlayerData().seasonPassPremium")).toBe(false);
    addon.realm.send("profileUpdate", { season_pass_premium: 1 }, { epoch: 1, revision: 2, base: 1 });
    expect(addon.evaluate("DCIntegration:GetPlayerData().seasonPassPremium")).toBe(true);
  });

  it("may come without a stamp, as the document's own messages do", () => {
    addon.realm.send("profileUpdate", { prestige: 2 });
    addon.realm.send("currencyUpdate", { 4: 40 });
    expect(addon.client.run("return DCIntegration:GetPrestige(), DCIntegration:GetCurrency(4)")).toEqual([
      2, 40,
    ]);
  });
});

describe("a realm of another protocol", () => {
  it("is named once in the chat with both versions, and its data is used", () => {
    addon.realm.send("welcome", "9.8.7", PROTOCOL_VERSION + 1);
    addon.realm.send("welcome", "9.8.7", PROTOCOL_VERSION + 1);
    addon.realm.send("profileUpdate", { prestige: 3, unheard_of: 1 }, { epoch: 1, revision: 1, base: 0 });
    const lines = addon.client.chat.filter((line) => line.includes("9.8.7"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(String(addon.evaluate("DCIntegration:GetVersion()")));
    expect(addon.evaluate("DCIntegration:GetPrestige()")).toBe(3);
    expect(addon.evaluate("DCIntegration:GetRealmVersion()")).toBe("9.8.7");
  });
});
