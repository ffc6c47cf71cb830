import { beforeEach, describe, expect, it } from "vitest";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import type { AddonClient } from "./support/addon-client";
import { everyTestStartsAddon } from "./support/every-test";

let addon: AddonClient;

everyTestStartsAddon((started) => {
  addon = started;
});

function gain(id: number, name: string, revision = 2): void {
  const notice = { type: "mount", id, name, icon: "Interface\\Icons\\Zebra", source: "mythic_plus" };
  addon.realm.send("unlockGained", notice, { epoch: 1, revision, base: revision - 1 });
}

describe("a gained unlock", () => {
  beforeEach(() => {
    addon.realm.send("unlockList", {}, { epoch: 1, revision: 1, base: 0 });
  });

  it("is shown with the document's texts and sound", () => {
    gain(5, "Swift Zebra");
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual(["New Unlock!", "Swift Zebra", "From: mythic_plus"]);
    expect(addon.client.sounds).toEqual(["QUESTCOMPLETED"]);
  });

  it("is held, and told to whoever listens", () => {
    addon.client.run(`
      seen = {}
      DCEventBus:RegisterCallback("test", "DC_UNLOCK_GAINED", function(_, notice)
        seen.name, seen.held = notice.name, DCIntegration:HasUnlock(notice.type, notice.id) end)
      DCEventBus:RegisterCallback("test", "DC_DATA_UPDATE", function(_, dataType) seen.dataType = dataType end)`);
    gain(5, "Swift Zebra");
    expect(addon.evaluate(`DCIntegration:HasUnlock("mount", 5)`)).toBe(true);
    expect(addon.evaluate("seen")).toEqual({ name: "Swift Zebra", held: true, dataType: "unlocks" });
  });

  it("is shown once when the message is repeated", () => {
    gain(5, "Swift Zebra");
    gain(5, "Swift Zebra");
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toHaveLength(3);
  });

  it("is shown and held across a gap, once, and what is missing is asked for", () => {
    gain(5, "Swift Zebra", 4);
    gain(5, "Swift Zebra", 4);
    addon.client.tick(6);
    expect(addon.evaluate(`DCIntegration:HasUnlock("mount", 5)`)).toBe(true);
    expect(addon.client.sounds).toHaveLength(1);
    expect(addon.realm.hellos.length).toBeGreaterThan(1);
  });

  it("has the name and icon of its kind when the realm knows none", () => {
    const [title] = UNLOCK_TYPES;
    const notice = { type: title.name, id: 7, name: "", icon: "", source: "season" };
    addon.realm.send("unlockGained", notice, { epoch: 1, revision: 2, base: 1 });
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual(["New Unlock!", "Title 7", "From: season"]);
  });

  it("may have no kind, as in the document, and is then only shown", () => {
    addon.client.run(`DCIntegration:OnUnlockGained({ name = "A", icon = "B", source = "C" })`);
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual(["New Unlock!", "A", "From: C"]);
    expect(addon.evaluate("next(DCIntegration:GetPlayerData().unlocks)")).toBeNull();
  });
});

describe("several notifications", () => {
  it("stack, wait for a free place, and end with nothing running", () => {
    addon.realm.send("profileUpdate", {}, { epoch: 1, revision: 1, base: 0 });
    addon.realm.send("currencyUpdate", {}, { epoch: 1, revision: 1, base: 0 });
    addon.realm.send("unlockList", {}, { epoch: 1, revision: 1, base: 0 });
    for (let id = 1; id <= 6; id++) gain(id, `Mount ${id}`, id + 1);
    addon.client.tick(1);
    const mounts = () => addon.client.shownTexts().filter((text) => text.startsWith("Mount"));
    const shown = () => mounts().sort();
    expect(shown()).toEqual(["Mount 1", "Mount 2", "Mount 3", "Mount 4"]);
    addon.client.tick(6);
    expect(shown()).toEqual(["Mount 5", "Mount 6"]);
    addon.client.tick(8);
    expect(shown()).toEqual([]);
    expect(addon.running()).toBe(0);
  });

  it("that appear together sound once", () => {
    addon.client.run(`for id = 1, 3 do
      DCIntegration:OnUnlockGained({ type = "pet", id = id, name = "Pet", source = "quest" }) end`);
    expect(addon.client.sounds).toEqual(["QUESTCOMPLETED"]);
  });
});

describe("DCNotification", () => {
  it("makes notifications whose setters can be chained", () => {
    addon.client.run(`DCNotification:Create():SetTitle("T"):SetIcon("I"):SetText("X"):SetSubtext("S")
      :SetSound("LEVELUPSOUND"):SetDuration(2):SetOnClick(function() end):Show()`);
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual(["T", "X", "S"]);
    expect(addon.client.sounds).toEqual(["LEVELUPSOUND"]);
    addon.client.tick(3);
    expect(addon.client.shownTexts()).toEqual([]);
  });

  it("takes one off the screen, or out of the queue", () => {
    addon.client.run(`made = {}
      for i = 1, 5 do made[i] = DCNotification:Create():SetTitle("T" .. i):Show() end
      made[5]:Hide() made[1]:Hide()`);
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual(["T2", "T3", "T4"]);
  });

  it("fades in and out", () => {
    addon.client.run(`DCNotification:Create():SetTitle("T"):SetDuration(1):Show()`);
    expect(addon.client.shownTexts()).toEqual([]);
    addon.client.tick(0.2);
    expect(addon.client.shownTexts()).toEqual(["T"]);
    addon.client.tick(5);
    expect(addon.client.shownTexts()).toEqual([]);
  });

  it.each([
    [`DCNotification:Create():SetTitle(5)`, "SetTitle: title must be a string, not number"],
    [`DCNotification:Create():SetIcon(nil)`, "SetIcon: texturePath must be a string, not nil"],
    [`DCNotification:Create():SetText({})`, "SetText: text must be a string, not table"],
    [`DCNotification:Create():SetSubtext(false)`, "SetSubtext: text must be a string, not boolean"],
    [`DCNotification:Create():SetSound(1)`, "SetSound: soundName must be a string, not number"],
    [`DCNotification:Create():SetDuration("1")`, "SetDuration: seconds must be a number, not string"],
    [`DCNotification:Create():SetDuration(0)`, "SetDuration: seconds must be above 0 and at most 60, not 0"],
    [`DCNotification:Create():SetDuration(0/0)`, "SetDuration: seconds must be above 0"],
    [`DCNotification:Create():SetOnClick("x")`, "SetOnClick: handler must be a function, not string"],
  ])("refuses on the caller's line: %s", (code, message) => {
    const lua = `\n\nlocal ok, problem = pcall(function()\n${code}\nend) return problem`;
    const problem = String(addon.client.run(lua)[0]);
    expect(problem).toContain(message);
    expect(problem).toMatch(/:4: /);
  });
});
