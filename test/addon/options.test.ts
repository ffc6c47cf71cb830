import { describe, expect, it } from "vitest";
import { enUS } from "../../addon/locales/enUS";
import type { AddonClient } from "./support/addon-client";
import { everyTestStartsAddon } from "./support/every-test";

let addon: AddonClient;

everyTestStartsAddon(
  (started) => {
    addon = started;
  },
  {
    before: `
      hooksecurefunc("InterfaceOptions_AddCategory", function(panel) optionsPanel = panel end)
      function optionsControl(kind, text)
        for _, child in ipairs({ optionsPanel:GetChildren() }) do
          if child:GetObjectType() == kind then
            for _, region in ipairs({ child:GetRegions() }) do
              if kind == "Slider" or (region.GetText and region:GetText() == text) then return child end
            end
          end
        end
      end
      function toastButton(title)
        for _, anchor in ipairs({ UIParent:GetChildren() }) do
          for _, child in ipairs({ anchor:GetChildren() }) do
            for _, region in ipairs({ child:GetRegions() }) do
              if region.GetText and region:GetText() == title and child:IsShown() then return child, anchor end
            end
          end
        end
      end`,
  },
);

const GAIN = `DCIntegration:OnUnlockGained({ name = "Zebra", source = "quest" })`;

describe("the options", () => {
  it("are a page of the game's interface options, opened by /dci options", () => {
    expect(addon.evaluate("optionsPanel.name")).toBe("DCIntegration");
    addon.client.slash("/dci options");
    expect(addon.client.shownTexts()).toContain(enUS.optionsToasts);
  });

  it("turn notifications into lines of the chat", () => {
    addon.client.slash("/dci options");
    addon.client.run(`optionsControl("CheckButton", "${enUS.optionsToasts}"):Click()`);
    expect(addon.evaluate("DCIntegrationDB.settings.toasts")).toBe(false);
    addon.client.run(GAIN);
    addon.client.tick(1);
    expect(addon.client.shownTexts()).not.toContain("Zebra");
    expect(addon.client.chat.at(-1)).toContain("New Unlock! Zebra (From: quest)");
    addon.client.run(`DCNotification:Create():SetTitle("Bounty"):Show()`);
    expect(addon.client.chat.at(-1)).toMatch(/: Bounty$/);
  });

  it("turn those that wait into lines of the chat, too", () => {
    addon.client.run(`for number = 1, 6 do DCNotification:Create():SetTitle("Toast " .. number):Show() end`);
    addon.client.slash("/dci options");
    addon.client.run(`optionsControl("CheckButton", "${enUS.optionsToasts}"):Click()`);
    addon.client.tick(7);
    addon.client.tick(1);
    expect(addon.client.shownTexts().filter((text) => text.startsWith("Toast"))).toEqual([]);
    expect(addon.client.chat.filter((line) => line.includes("Toast"))).toEqual([
      expect.stringContaining("Toast 5"),
      expect.stringContaining("Toast 6"),
    ]);
  });

  it("turn the sound off", () => {
    addon.client.slash("/dci options");
    addon.client.run(`optionsControl("CheckButton", "${enUS.optionsSound}"):Click() ${GAIN}`);
    expect(addon.evaluate("DCIntegrationDB.settings.sound")).toBe(false);
    expect(addon.client.sounds).toEqual([]);
  });

  it("size the notifications", () => {
    addon.client.slash("/dci options");
    addon.client.run(`optionsControl("Slider"):SetValue(1.5) ${GAIN}`);
    expect(addon.evaluate("DCIntegrationDB.settings.scale")).toBe(1.5);
    expect(addon.client.run(`local _, anchor = toastButton("Zebra") return anchor:GetScale()`)).toEqual([
      1.5,
    ]);
    expect(addon.client.shownTexts()).toContain("Size: 150%");
  });

  it("show a test notification", () => {
    addon.client.slash("/dci options");
    addon.client.run(`optionsControl("Button", "${enUS.optionsTest}"):Click()`);
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toContain(enUS.testTitle);
  });
});

describe("a toast under the mouse", () => {
  it("is moved with all others, and the place is kept until it is reset", () => {
    addon.client.run(`${GAIN}
      local button, anchor = toastButton("Zebra")
      button:GetScript("OnDragStart")(button, "LeftButton")
      anchor:ClearAllPoints() anchor:SetPoint("BOTTOMLEFT", UIParent, "BOTTOMLEFT", 12, 34)
      button:GetScript("OnDragStop")(button)`);
    const moved = { point: "BOTTOMLEFT", relativePoint: "BOTTOMLEFT", x: 12, y: 34 };
    expect(addon.evaluate("DCIntegrationDB.settings.position")).toEqual(moved);
    addon.client.slash("/dci reset");
    expect(addon.evaluate("DCIntegrationDB.settings.position.point")).toBe("TOP");
    expect(addon.client.run(`local _, anchor = toastButton("Zebra") return (anchor:GetPoint(1))`)).toEqual([
      "TOP",
    ]);
    expect(addon.client.chat.at(-1)).toContain(enUS.positionReset);
  });

  it("goes when it is clicked, after its handler", () => {
    addon.client
      .run(`DCNotification:Create():SetTitle("T"):SetOnClick(function(button) clicked = button end):Show()
      toastButton("T"):Click("RightButton")`);
    expect(addon.evaluate("clicked")).toBe("RightButton");
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual([]);
  });

  it("stays as long as the mouse does", () => {
    addon.client.run(`${GAIN} local button = toastButton("Zebra") button:GetScript("OnEnter")(button, true)`);
    addon.client.tick(30);
    expect(addon.client.shownTexts()).toContain("Zebra");
    addon.client.run(`local button = toastButton("Zebra") button:GetScript("OnLeave")(button, true)`);
    addon.client.tick(10);
    expect(addon.client.shownTexts()).toEqual([]);
  });
});

describe("a handler of a click that raises", () => {
  it("is reported, and the toast goes all the same", () => {
    addon.client.run(`DCNotification:Create():SetTitle("T"):SetOnClick(function() error("broken") end):Show()
      toastButton("T"):Click()`);
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual([]);
    expect(addon.client.errors.splice(0)).toEqual([expect.stringContaining("broken")]);
  });
});

describe("/dci", () => {
  it("status tells versions and data", () => {
    addon.realm.send("welcome", "0.9.9", 1);
    addon.realm.send(
      "profileUpdate",
      { prestige: 3, mythic_rating: 1500 },
      { epoch: 1, revision: 1, base: 0 },
    );
    addon.client.slash("/dci STATUS ");
    const text = addon.client.chat.slice(-2).join("\n");
    expect(text).toContain("realm version 0.9.9");
    expect(text).toContain("Prestige 3, Mythic+ rating 1500");
    expect(text).toContain(enUS.inStep);
  });

  it("test shows a notification", () => {
    addon.client.slash("/dci test");
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual([enUS.testTitle, enUS.testText, enUS.testSubtext]);
  });

  it.each(["/dci", "/dci help", "/dci nonsense"])("explains itself: %s", (line) => {
    addon.client.slash(line);
    expect(addon.client.chat.at(-1)).toContain("/dci status");
  });
});
