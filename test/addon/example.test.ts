import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AddonClient, startAddon } from "./support/addon-client";

let addon: AddonClient;

beforeEach(async () => {
  addon = await startAddon();
  addon.client.loadAddon("examples/addon/MythicRating");
});

afterEach(() => {
  expect(addon.client.errors).toEqual([]);
  addon.client.close();
});

describe("the example addon", () => {
  it("shows the rating and says when it rises", () => {
    const shown = () => addon.client.shownTexts("MythicRatingFrame");
    addon.realm.send("profileUpdate", { mythic_rating: 1500 }, { epoch: 1, revision: 1, base: 0 });
    expect(shown()).toEqual(["M+ 1500"]);
    addon.realm.send("profileUpdate", { mythic_rating: 1525 }, { epoch: 1, revision: 2, base: 1 });
    expect(shown()).toEqual(["M+ 1525"]);
    expect(addon.client.chat.at(-1)).toBe("Mythic+ rating: 1500 -> 1525");
  });
});
