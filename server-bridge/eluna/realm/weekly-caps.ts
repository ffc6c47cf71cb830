import type { Journal } from "../journal/journal";
import type { CurrencyDefinitions } from "../tables/currency-definitions";
import { loadWeeklyEarnings } from "../tables/weekly-earnings";
import type { Calendar } from "./calendar";
import type { PlayerRecord } from "./player-record";

/** Keeps players within the weekly caps of `dc_currency_definitions`. What counts is the ledger's: what was earned since the weekly reset. */
export class WeeklyCaps {
  private bootId: number | undefined;

  constructor(
    private readonly currencies: CurrencyDefinitions,
    private readonly calendar: Calendar,
    private readonly journal: Journal,
  ) {}

  open(bootId: number): void {
    this.bootId = bootId;
  }

  /** What the player can still earn of the currency this week; undefined if there is no cap. */
  room(record: PlayerRecord, currencyId: number): number | undefined {
    const cap = this.currencies.weeklyCap(currencyId);
    return cap === undefined ? undefined : math.max(0, cap - this.earned(record, currencyId));
  }

  /** What the player has earned of the currency since the weekly reset. */
  earned(record: PlayerRecord, currencyId: number): number {
    return this.week(record)[currencyId] ?? 0;
  }

  /** Counts what the player has just earned. A week that has not been asked for is read from the ledger when it is. */
  count(record: PlayerRecord, currencyId: number, amount: number): void {
    if (record.week === undefined) return;
    record.week.earned[currencyId] = (record.week.earned[currencyId] ?? 0) + amount;
  }

  private week(record: PlayerRecord): Record<number, number> {
    const reset = this.calendar.weeklyReset();
    if (record.week === undefined || record.week.reset !== reset) {
      record.week = { reset, earned: this.read(record.guid, reset) };
    }
    return record.week.earned;
  }

  private read(guid: number, since: number): Record<number, number> {
    const { earned, acknowledged } =
      this.bootId === undefined
        ? { earned: {} as Record<number, number>, acknowledged: 0 }
        : loadWeeklyEarnings(this.bootId, guid, since, this.journal.confirmedUpTo());
    for (const { operation, happenedAt } of this.journal.pendingOf(guid, acknowledged)) {
      if (operation.kind === "earn" && happenedAt >= since) {
        earned[operation.subjectId] = (earned[operation.subjectId] ?? 0) + operation.amount;
      }
    }
    return earned;
  }
}
