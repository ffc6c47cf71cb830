import { describe, expect, it } from "vitest";
import { deDE } from "../../addon/locales/deDE";
import { enUS, type Texts } from "../../addon/locales/enUS";
import { esES } from "../../addon/locales/esES";
import { frFR } from "../../addon/locales/frFR";
import { koKR } from "../../addon/locales/koKR";
import { ruRU } from "../../addon/locales/ruRU";
import { zhCN } from "../../addon/locales/zhCN";
import { startAddon } from "./support/addon-client";

/** The title and the subtext of an unlock on a client of that language. */
async function unlockTexts(locale: string): Promise<string[]> {
  const { client } = await startAddon({ locale });
  client.run(`DCIntegration:OnUnlockGained({ type = "perk", id = 3, name = "", source = "season" })`);
  client.tick(1);
  const texts = client.shownTexts();
  client.close();
  return texts;
}

const LOCALES: Readonly<Record<string, Partial<Texts>>> = { deDE, frFR, esES, ruRU, zhCN, koKR };
const KEYS = Object.keys(enUS) as (keyof Texts)[];

/** The places that `format` fills in, in order. */
function places(text: string): string[] {
  return text.match(/%[a-z%]/g) ?? [];
}

describe("the addon's texts", () => {
  it.each([
    ["enUS", ["New Unlock!", "Perk 3", "From: season"]],
    ["deDE", ["Neu freigeschaltet!", "Vorteil 3", "Von: season"]],
    ["esMX", ["¡Nuevo desbloqueo!", "Ventaja 3", "De: season"]],
    ["ptBR", ["New Unlock!", "Perk 3", "From: season"]],
  ])("are those of the client's language, or English: %s", async (locale, texts) => {
    expect(await unlockTexts(locale)).toEqual(texts);
  });

  it("fall back to English one by one", async () => {
    const { client } = await startAddon({ locale: "ruRU" });
    client.slash("/dci reset");
    expect(ruRU.positionReset).toBeUndefined();
    expect(client.chat.at(-1)).toContain(enUS.positionReset);
    client.close();
  });

  it.each(Object.entries(LOCALES))(
    "are filled in with the same values in every language: %s",
    (_locale, texts) => {
      for (const key of KEYS) {
        const text = texts[key];
        if (text !== undefined) expect([key, places(text)]).toEqual([key, places(enUS[key])]);
      }
    },
  );
});
