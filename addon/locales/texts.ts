import { deDE } from "./deDE";
import { enUS, type Texts } from "./enUS";
import { esES } from "./esES";
import { frFR } from "./frFR";
import { koKR } from "./koKR";
import { ruRU } from "./ruRU";
import { zhCN } from "./zhCN";

/** By what `GetLocale` gives. The Mexican client reads the Spanish texts, British clients call themselves enUS. */
const TEXTS_BY_LOCALE: Readonly<Record<string, Partial<Texts> | undefined>> = {
  deDE,
  esES,
  esMX: esES,
  frFR,
  koKR,
  ruRU,
  zhCN,
};

/** The texts of `locale`; English where it has none. */
export function textsFor(locale: string): Texts {
  const translated = TEXTS_BY_LOCALE[locale];
  if (translated === undefined) return enUS;
  return setmetatable(translated, { __index: enUS }) as Texts;
}
