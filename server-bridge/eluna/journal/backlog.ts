import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { isPayment, type Operation } from "../../../shared/profile/operation";
import type { JournalEntry } from "./journal-entry";

/** Seconds. Weeks begin at a full hour of their time zone, and zones differ from UTC by quarters of an hour. */
const QUARTER = 900;

/** What the amounts of two operations on the same subject come to in one; undefined if only both say it. */
function sumOf(earlier: Operation, later: Operation): number | undefined {
  if (earlier.kind !== later.kind || earlier.source !== later.source || earlier.cause !== later.cause) {
    return undefined;
  }
  if (later.kind === "set") return later.amount;
  // A stat ends at 0 downwards: steps of both directions cannot be put together.
  if (earlier.amount < 0 !== later.amount < 0) return undefined;
  const sum = earlier.amount + later.amount;
  return math.abs(sum) <= MAXIMUM_AMOUNT ? sum : undefined;
}

/**
 * Names what an operation can be put together with. A stat's operations count in their order, so only neighbours meet. Those of a
 * currency do not: nothing has been read yet, so what is spent is covered by what was earned here. By the quarter of an hour, for weekly caps.
 */
function meetingPlace({ player, operation, happenedAt }: JournalEntry): string | undefined {
  const guid = player.guid.toFixed(0);
  const { kind, subject, subjectId, source, cause } = operation;
  if (kind === "add" || kind === "set") return `${guid} ${subject}`;
  if (!isPayment(kind)) return undefined;
  const quarter = math.floor(happenedAt / QUARTER).toFixed(0);
  return `${guid} ${kind} ${subjectId.toFixed(0)} ${quarter} ${source} ${cause}`;
}

/**
 * What happens before the tables can be written, which may be days: operations that differ in their amounts only are put together,
 * so that the server's memory does not fill. The ledger then has one row for them.
 */
export class Backlog {
  /** By the order in which they count; numbers are left out where an entry has gone into a later one. */
  private entries = new LuaTable<number, JournalEntry>();
  /** The number of the entry at each meeting place. */
  private places = new LuaTable<string, number>();
  private last = 0;
  private count = 0;

  add(entry: JournalEntry): void {
    if (entry.operation.kind === "delete") this.places = new LuaTable();
    // A request has to be found in the ledger by its name.
    const place = entry.requestId === undefined ? meetingPlace(entry) : undefined;
    if (place === undefined) this.append(entry);
    else if (!this.joined(entry, this.places.get(place) as number | undefined)) {
      this.places.set(place, this.append(entry));
    }
  }

  /** How many entries there are. */
  size(): number {
    return this.count;
  }

  /** Everything, in order; the backlog is empty then. */
  take(): JournalEntry[] {
    const numbers: number[] = [];
    for (const [number] of this.entries) numbers.push(number);
    table.sort(numbers);
    const entries: JournalEntry[] = [];
    for (const number of numbers) entries.push(this.entries.get(number));
    this.entries = new LuaTable();
    this.places = new LuaTable();
    this.count = 0;
    return entries;
  }

  private append(entry: JournalEntry): number {
    this.last++;
    this.count++;
    this.entries.set(this.last, entry);
    return this.last;
  }

  /** Whether the entry has gone into the earlier one. */
  private joined(entry: JournalEntry, number: number | undefined): boolean {
    if (number === undefined) return false;
    const earlier = this.entries.get(number);
    const amount = sumOf(earlier.operation, entry.operation);
    if (amount === undefined) return false;
    const operation = { ...entry.operation, amount };
    if (operation.kind !== "spend") {
      earlier.operation = operation;
      return true;
    }
    // Money is spent when the last of it has been earned: the earlier one goes into this.
    entry.operation = operation;
    this.entries.delete(number);
    this.count--;
    return false;
  }
}
