import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { readTable, tableQuery, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

export const CURRENCIES = tableQuery(
  ["currency_id", "name", `LEAST(weekly_cap, ${sqlInteger(MAXIMUM_AMOUNT)})`],
  "dc_currency_definitions",
);

function holdsAll(caps: Readonly<Record<number, number>>, others: Readonly<Record<number, number>>): boolean {
  for (const [id, cap] of pairs(others)) if (caps[id] !== cap) return false;
  return true;
}

/** How currencies are called, and how much of each a player can earn in a week: `dc_currency_definitions`. */
export class CurrencyDefinitions {
  private names: Record<number, string | undefined> = {};
  private caps: Readonly<Record<number, number>> = {};

  /** Reads the table. Returns whether the database has answered; otherwise what was read before stays. */
  load(): boolean {
    const rows = readTable(CURRENCIES);
    if (rows === undefined) return false;
    this.names = {};
    const caps: Record<number, number> = {};
    for (const [id, name, text] of rows) {
      const cap = toInteger(text);
      this.names[toInteger(id)] = name ?? "";
      if (cap > 0) caps[toInteger(id)] = cap;
    }
    if (!holdsAll(caps, this.caps) || !holdsAll(this.caps, caps)) this.caps = caps;
    return true;
  }

  nameOf(currencyId: number): string {
    return this.names[currencyId] ?? `currency ${currencyId.toFixed(0)}`;
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
