import { describe, expect, it } from "vitest";
import type { AddonClient } from "./support/addon-client";
import { everyTestStartsAddon } from "./support/every-test";

let addon: AddonClient;

everyTestStartsAddon((started) => {
  addon = started;
  addon.client.loadAddon("examples/addon/MythicRating");
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
