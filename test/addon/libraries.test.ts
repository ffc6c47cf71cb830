import { afterEach, describe, expect, it } from "vitest";
import { type AddonClient, startAddon } from "./support/addon-client";

/** The registry that addons ship, as far as its users see it. */
const LIB_STUB = `
  LibStub = { libs = {}, minors = {} }
  function LibStub:NewLibrary(major, minor)
    if self.minors[major] and self.minors[major] >= minor then return nil end
    local old = self.minors[major]
    self.minors[major], self.libs[major] = minor, self.libs[major] or {}
    return self.libs[major], old
  end
  function LibStub:GetLibrary(major, silent)
    if not self.libs[major] and not silent then error("no library " .. major, 2) end
    return self.libs[major], self.minors[major]
  end
  setmetatable(LibStub, { __call = LibStub.GetLibrary })`;

const DATA_BROKER = `
  local broker = LibStub:NewLibrary("LibDataBroker-1.1", 4)
  feeds = {}
  function broker:NewDataObject(name, feed) feeds[name] = feed return feed end`;

let addon: AddonClient | undefined;

afterEach(() => {
  expect(addon?.client.errors).toEqual([]);
  addon?.client.close();
  addon = undefined;
});

describe("with LibStub", () => {
  it("the same methods are a library, with the addon's version", async () => {
    addon = await startAddon({ before: LIB_STUB });
    addon.realm.send("profileUpdate", { prestige: 3 }, { epoch: 1, revision: 1, base: 0 });
    const version = String(addon.evaluate("DCIntegration:GetVersion()"));
    const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
    const found = addon.client.run(`local library, minor = LibStub:GetLibrary("DCIntegration-1.0")
      return library:GetPrestige(), minor, library.GetPlayerData == DCIntegration.GetPlayerData`);
    expect(found).toEqual([3, major * 10000 + minor * 100 + patch, true]);
  });
});

describe("with LibDataBroker", () => {
  it("a feed shows prestige and rating, and opens the options", async () => {
    addon = await startAddon({ before: LIB_STUB + DATA_BROKER });
    expect(addon.evaluate("feeds.DCIntegration.text")).toBe("P0  M+ 0");
    addon.realm.send(
      "profileUpdate",
      { prestige: 3, mythic_rating: 1500 },
      { epoch: 1, revision: 1, base: 0 },
    );
    expect(addon.evaluate("feeds.DCIntegration.text")).toBe("P3  M+ 1500");
    addon.client.run("feeds.DCIntegration.OnClick()");
    expect(addon.client.shownTexts()).toContain("Show notifications");
  });

  it("its tooltip lists the profile", async () => {
    addon = await startAddon({ before: LIB_STUB + DATA_BROKER });
    addon.realm.send("profileUpdate", { highest_key: 17 }, { epoch: 1, revision: 1, base: 0 });
    addon.client.run(`lines = {}
      feeds.DCIntegration.OnTooltipShow({
        AddLine = function(_, text) tinsert(lines, text) end,
        AddDoubleLine = function(_, left, right) tinsert(lines, left .. " = " .. right) end })`);
    expect(addon.evaluate("lines")).toContain("Highest key = 17");
  });
});

describe("without them", () => {
  it("nothing is missed", async () => {
    // The real AIO brings LibStub.
    addon = await startAddon({ withoutAio: true });
    expect(addon.evaluate("LibStub")).toBeNull();
    expect(addon.evaluate("DCIntegration:GetPrestige()")).toBe(0);
  });
});
