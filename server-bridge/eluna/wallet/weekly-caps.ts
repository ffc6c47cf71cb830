import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import type { WeeklyAmount } from "../../../shared/wire/payloads";
import type { Journal } from "../journal/journal";
import type { JournalEntry } from "../journal/journal-entry";
import type { CurrencyDefinitions } from "../tables/currency-definitions";
import { loadWeeklyEarnings } from "../tables/weekly-earnings";
import type { Calendar } from "../realm/calendar";
import type { PlayerRecord } from "../players/player-record";

/** What players have earned of one currency since the weekly reset. */
type Earnings = LuaTable<PlayerRecord, number>;

/** Keys are weak: what is known of a player goes with the player's record, in which it would take several times the room. */
function noEarnings(): Earnings {
  return setmetatable(new LuaTable<PlayerRecord, number>(), { __mode: "k" });
}

/**
 * What was earned since the Unix time `since`, by currency.
 *
 * @param inTables What the tables hold of it.
 * @param pending What they do not hold, newest first.
 */
function withPending(
  inTables: Record<number, number>,
  pending: readonly JournalEntry[],
  since: number,
): Record<number, number> {
  const week: Record<number, number> = {};
  for (const { operation, happenedAt } of pending) {
    if (operation.kind === "delete") return week;
    if (operation.kind === "earn" && happenedAt >= since) add(week, operation.subjectId, operation.amount);
  }
  for (const [id, amount] of pairs(inTables)) add(week, id, amount);
  return week;
}

function add(week: Record<number, number>, currencyId: number, amount: number): void {
  week[currencyId] = (week[currencyId] ?? 0) + amount;
}

/** Keeps players within the weekly caps of `dc_currency_definitions`. What counts is the ledger's: what was earned since the weekly reset. */
export class WeeklyCaps {
  private bootId: number | undefined;
  /** The weekly reset that `earnings` begin with. */
  private countedFrom = 0;
  /** By currency id, of those players who have been asked for since then: read once, and counted on. */
  private earnings: Record<number, Earnings | undefined> = {};
  private watcher: ((this: void, guid: number) => void) | undefined;

  constructor(
    private readonly currencies: CurrencyDefinitions,
    private readonly calendar: Calendar,
    private readonly journal: Journal,
  ) {}

  open(bootId: number): void {
    this.bootId = bootId;
  }

  /** Calls `watcher` with everybody who has earned something of a currency with a cap. There is one watcher. */
  watch(watcher: (this: void, guid: number) => void): void {
    this.watcher = watcher;
  }

  /** The caps by currency id: the same table until one changes. */
  all(): Readonly<Record<number, number>> {
    return this.currencies.weeklyCaps();
  }

  /** Unix seconds of the weekly reset, 0 if it is not known. */
  weekBegins(): number {
    return this.calendar.weeklyReset();
  }

  /** What the player can still earn of the currency this week; undefined if there is no cap. */
  room(record: PlayerRecord, currencyId: number): number | undefined {
    const cap = this.currencies.weeklyCap(currencyId);
    return cap === undefined ? undefined : math.max(0, cap - this.earned(record, currencyId));
  }

  /** What the player has earned of the currency since the weekly reset. */
  earned(record: PlayerRecord, currencyId: number): number {
    this.enterWeek();
    return this.known(record, currencyId) ?? this.read(record, currencyId);
  }

  /** The same of each currency with a cap, beside the cap; undefined if the database gives no answer. Without any cap nothing is read. */
  amounts(record: PlayerRecord): Record<number, WeeklyAmount> | undefined {
    const amounts: Record<number, WeeklyAmount> = {};
    for (const [id, cap] of pairs(this.all())) {
      const earned = math.min(this.earned(record, id), MAXIMUM_AMOUNT);
      if (this.known(record, id) === undefined) return undefined;
      amounts[id] = { earned, cap };
    }
    return amounts;
  }

  /** Whether `amounts` can be answered without a read. */
  hasRead(record: PlayerRecord): boolean {
    this.enterWeek();
    for (const [id] of pairs(this.all())) if (this.known(record, id) === undefined) return false;
    return true;
  }

  /** Counts what the player has just earned. What has not been asked for is read from the ledger when it is. */
  count(record: PlayerRecord, currencyId: number, amount: number): void {
    const earned = this.known(record, currencyId);
    if (earned !== undefined) this.note(record, currencyId, earned + amount);
    if (this.currencies.weeklyCap(currencyId) !== undefined) this.watcher?.(record.guid);
  }

  /** The player's data have been deleted: what was earned before counts no more. */
  forget(record: PlayerRecord): void {
    for (const [, earnings] of pairs(this.earnings)) earnings?.delete(record);
    if (next(this.all())[0] !== undefined) this.watcher?.(record.guid);
  }

  /** What was counted in the last week counts no more. */
  private enterWeek(): void {
    const begin = this.weekBegins();
    if (begin === this.countedFrom) return;
    this.countedFrom = begin;
    this.earnings = {};
  }

  private known(record: PlayerRecord, currencyId: number): number | undefined {
    return this.earnings[currencyId]?.get(record) as number | undefined;
  }

  private note(record: PlayerRecord, currencyId: number, earned: number): void {
    const earnings = this.earnings[currencyId] ?? noEarnings();
    earnings.set(record, earned);
    this.earnings[currencyId] = earnings;
  }

  /** One read for all caps. What was read without an answer is not kept: the next question reads again. */
  private read(record: PlayerRecord, currencyId: number): number {
    const { guid } = record;
    const since = this.countedFrom;
    const loaded =
      this.bootId === undefined
        ? undefined
        : loadWeeklyEarnings(this.bootId, guid, since, this.journal.confirmedUpTo());
    const pending = this.journal.pendingOf(guid, loaded?.acknowledged ?? 0);
    const week = withPending(loaded?.earned ?? {}, pending, since);
    const earned = week[currencyId] ?? 0;
    if (loaded === undefined) return earned;
    for (const [id] of pairs(this.all())) this.note(record, id, week[id] ?? 0);
    this.note(record, currencyId, earned);
    return earned;
  }
}
