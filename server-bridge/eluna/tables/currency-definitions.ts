import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import type { CurrencyInfo } from "../../../shared/wire/payloads";
import { readTable, tableQuery, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

export const CURRENCIES = tableQuery(
  ["currency_id", "name", `LEAST(weekly_cap, ${sqlInteger(MAXIMUM_AMOUNT)})`, "icon"],
  "dc_currency_definitions",
);

function holdsAll(caps: Readonly<Record<number, number>>, others: Readonly<Record<number, number>>): boolean {
  for (const [id, cap] of pairs(others)) if (caps[id] !== cap) return false;
  return true;
}

type Infos = Readonly<Record<number, CurrencyInfo>>;

function showsAll(infos: Infos, others: Infos): boolean {
  for (const [id, { name, icon }] of pairs(others)) {
    const info = infos[id];
    if (info === undefined || info.name !== name || info.icon !== icon) return false;
  }
  return true;
}

/** How currencies are shown, and how much of each a player can earn in a week: `dc_currency_definitions`. */
export class CurrencyDefinitions {
  private infos: Infos = {};
  private caps: Readonly<Record<number, number>> = {};

  /** Reads the table. Returns whether the database has answered; otherwise what was read before stays. */
  load(): boolean {
    const rows = readTable(CURRENCIES);
    if (rows === undefined) return false;
    const infos: Record<number, CurrencyInfo> = {};
    const caps: Record<number, number> = {};
    for (const [text, name, capText, icon] of rows) {
      const id = toInteger(text);
      const cap = toInteger(capText);
      if (name !== undefined && name !== "") infos[id] = { name, icon: icon ?? "" };
      if (cap > 0) caps[id] = cap;
    }
    if (!showsAll(infos, this.infos) || !showsAll(this.infos, infos)) this.infos = infos;
    if (!holdsAll(caps, this.caps) || !holdsAll(this.caps, caps)) this.caps = caps;
    return true;
  }

  nameOf(currencyId: number): string {
    return this.infos[currencyId]?.name ?? `currency ${currencyId.toFixed(0)}`;
  }

  /** Names and icons by id: the same table until one changes. */
  all(): Infos {
    return this.infos;
  }

  /** The weekly caps of the currencies that have one, by id: the same table until one changes. */
  weeklyCaps(): Readonly<Record<number, number>> {
    return this.caps;
  }

  /** What a player can earn from one weekly reset to the next; undefined if there is no cap. */
  weeklyCap(currencyId: number): number | undefined {
    return this.caps[currencyId];
  }
}
