import { readRows, toInteger } from "./read-rows";

export const CURRENCIES_STATEMENT =
  "SELECT CAST(currency_id AS CHAR), name, CAST(LEAST(weekly_cap, 9007199254740991) AS CHAR) FROM dc_currency_definitions";

interface CurrencyDefinition {
  readonly name: string;
  readonly weeklyCap: number;
}

/** How currencies are called, and how much of each a player can earn in a week: `dc_currency_definitions`. */
export class CurrencyDefinitions {
  /** How often the table was read: whoever shows its caps looks here whether they may be others. */
  readings = 0;
  private known: Record<number, CurrencyDefinition> = {};

  load(): void {
    this.readings++;
    this.known = {};
    for (const [id, name, cap] of readRows(CURRENCIES_STATEMENT, 3)) {
      this.known[toInteger(id)] = { name: name ?? "", weeklyCap: toInteger(cap) };
    }
  }

  nameOf(currencyId: number): string {
    return this.known[currencyId]?.name ?? `currency ${currencyId.toFixed(0)}`;
  }

  /** The weekly caps of the currencies that have one, by id. */
  weeklyCaps(): Record<number, number> {
    const caps: Record<number, number> = {};
    for (const [id, { weeklyCap }] of pairs(this.known)) if (weeklyCap > 0) caps[id] = weeklyCap;
    return caps;
  }

  /** What a player can earn from one weekly reset to the next; undefined if there is no cap. */
  weeklyCap(currencyId: number): number | undefined {
    const cap = this.known[currencyId]?.weeklyCap;
    return cap === 0 ? undefined : cap;
  }
}
