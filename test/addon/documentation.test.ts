import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { enUS } from "../../addon/locales/enUS";
import { addonKeyOf, PROFILE_FIELDS } from "../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import type { AddonClient } from "./support/addon-client";
import { everyTestStartsAddon } from "./support/every-test";
import { compileForClient } from "./support/compile-for-client";

const manual = readFileSync("docs/addon-api.md", "utf8").replaceAll(/ +/g, " ");

/** The manual's code blocks of one language. */
function examples(language: string): string[] {
  return [...manual.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(
    ([, code = ""]) => code,
  );
}

/** A line that names the block in the test report. */
function title(code: string): string {
  return code.trim().split("\n")[0] ?? "";
}

let addon: AddonClient;

everyTestStartsAddon((started) => {
  addon = started;
  const stamp = { epoch: 1, revision: 1, base: 0 };
  addon.realm.send("profileUpdate", { prestige: 3, mythic_rating: 1500 }, stamp);
  addon.realm.send("currencyUpdate", { 2: 50 }, stamp);
  addon.realm.send("unlockList", { mount: [5] }, stamp);
  addon.realm.send("weeklyUpdate", { 2: { earned: 127, cap: 500 } }, stamp);
  const icon = "Interface\\Icons\\INV_Misc_Coin_01";
  addon.realm.send("currencyInfo", { 2: { name: "Upgrade Token", icon } }, stamp);
});

/** Runs an example as an addon; what was said before is out of the chat. */
function load(code: string): void {
  addon.client.chat.length = 0;
  addon.client.loadAddonCode("MyAddon", [{ name: "MyAddon.lua", code }], { Dependencies: "DCIntegration" });
}

/** What each example of the manual prints or shows. */
const OUTCOMES: readonly (readonly string[])[] = [
  ["Prestige 3, rating 1500, tokens 50", "Season level 0, highest key 0", "mount 5"],
  ["127 of 500 this week"],
  ["|TInterface\\Icons\\INV_Misc_Coin_01:0|t 50 Upgrade Token"],
  ["rating 1500"],
  [],
  ["profile changed", "currencies changed", "unlocks changed", "weekly changed", "currencyInfo changed"],
  ["Thrall rolled 93"],
  ["rolled 61"],
  [],
  ["shown: Swift Zebra"],
];

describe("the addon manual", () => {
  it.each(examples("lua").map((code, index) => [title(code), code, OUTCOMES[index]] as const))(
    "has an example that runs and prints what it should: %s",
    (_title, code, outcome) => {
      load(code);
      addon.client.tick(1);
      expect(addon.client.chat).toEqual(outcome);
    },
  );

  it("shows the toast of its example", () => {
    const code = examples("lua").find((example) => example.includes("DCNotification:Create"));
    load(code ?? "");
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual(["Weekly chest", "Your chest is ready", "From: Great Vault"]);
    expect(addon.client.sounds).toEqual(["QUESTCOMPLETED"]);
  });

  it("has a TypeScript example that type-checks, compiles and runs", () => {
    const [code = ""] = examples("ts");
    load(compileForClient(code));
    addon.client.tick(1);
    expect(addon.client.shownTexts()).toEqual(["Hello", "M+ 1500"]);
  });

  it("lists every profile field and unlock type", () => {
    const table = /<!-- fields -->\n(.*?)<!-- \/fields -->/s.exec(manual)?.[1] ?? "";
    const rows = PROFILE_FIELDS.map((field) => `| \`${addonKeyOf(field)}\` | ${field.description} |`);
    expect(table.trim().split("\n").slice(2)).toEqual(rows);
    const types = UNLOCK_TYPES.map(({ name }) => `\`${name}\``).join(", ");
    expect(manual).toContain(`Unlock types: ${types}.`);
  });

  it("names every method of the public tables", () => {
    for (const table of ["DCIntegration", "DCEventBus"]) {
      const methods = addon.evaluate(`(function() local names = {}
        for name in pairs(${table}) do tinsert(names, name) end return names end)()`) as string[];
      for (const method of methods) expect(manual).toContain(method);
    }
  });

  it("names every word of the slash command", () => {
    const words = ["status", "test", "reset", "options"];
    for (const word of words) {
      expect(enUS.help).toContain(word);
      expect(manual).toContain(`/dci ${word}`);
    }
  });
});
