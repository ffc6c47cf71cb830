import type { Operation } from "../../../shared/profile/operation";
import { readRows, toInteger } from "../tables/read-rows";
import { sqlInteger } from "../tables/sql-text";
import { Backlog } from "./backlog";
import type { JournalEntry, JournalPlayer } from "./journal-entry";
import { journalStatements } from "./journal-statement";
import { standIn } from "./stand-in";

/** Operations that one tick writes: what has piled up while the tables were not there must not stop the world. */
const OPERATIONS_PER_TICK = 2000;
/** Seconds after which unacknowledged operations are looked for in the queue; doubles up to the longest. */
const FIRST_CHECK = 5;
const LONGEST_CHECK = 300;

/**
 * The operations of this boot on their way to the tables. Until `open` they wait in a backlog; then they are numbered, `flush`
 * hands what is new to the database once a tick, and an operation is kept until it has been seen in the database, because a
 * statement of the core can get lost.
 */
export class Journal {
  private bootId: number | undefined;
  /** By sequence number, from `confirmed + 1` to `last`. */
  private readonly entries = new LuaTable<number, JournalEntry>();
  /** The number of each player's last entry, of those who have any. */
  private readonly lastOf = new LuaTable<number, number>();
  private readonly backlog = new Backlog();
  /** The requests among all of them. */
  private readonly requests = new LuaTable<string, JournalEntry>();
  private acknowledged = 0;
  /** Up to here the database has everything, in the tables or in the queue: not in memory any more. */
  private confirmed = 0;
  private flushed = 0;
  private last = 0;
  private checkAfter = FIRST_CHECK;
  /** When everything up to `checkedUpTo` had been handed over. */
  private checkStart = 0;
  private checkUpTo = 0;

  /** @param report Writes a line into the log. */
  constructor(private readonly report: (this: void, problem: string) => void) {}

  /** The boot that the numbers belong to is known: from now on `flush` writes. */
  open(bootId: number): void {
    this.bootId = bootId;
    for (const entry of this.backlog.take()) this.number(entry);
  }

  /** Keeps the operation until the database has it. The caller must not change it any more. */
  append(player: JournalPlayer, operation: Operation, now: number, requestId?: string): void {
    const entry: JournalEntry =
      requestId === undefined
        ? { player, operation, happenedAt: now, previous: 0 }
        : { player, operation, happenedAt: now, previous: 0, requestId };
    if (requestId !== undefined) this.requests.set(requestId, entry);
    if (this.bootId === undefined) this.backlog.add(entry);
    else this.number(entry);
  }

  private number(entry: JournalEntry): void {
    const { guid } = entry.player;
    this.last++;
    entry.previous = (this.lastOf.get(guid) as number | undefined) ?? 0;
    this.lastOf.set(guid, this.last);
    this.entries.set(this.last, entry);
  }

  /** Hands what is new to the database: one multi-row INSERT, or several if there is much, and the rest next tick. */
  flush(): void {
    if (this.bootId === undefined || this.flushed === this.last) return;
    const end = math.min(this.last, this.flushed + OPERATIONS_PER_TICK);
    this.send(this.bootId, this.flushed + 1, end, CharDBExecute);
    this.flushed = end;
  }

  /** Writes everything that is not acknowledged and waits for it: the script is about to end. */
  flushAndWait(): void {
    if (this.bootId !== undefined) this.send(this.bootId, this.confirmed + 1, this.last, CharDBQuery);
    this.flushed = this.last;
  }

  /** The bridge has put everything up to `sequence` into the tables. */
  acknowledge(sequence: number): void {
    if (sequence <= this.acknowledged) return;
    this.acknowledged = sequence;
    this.checkAfter = FIRST_CHECK;
    this.confirm(sequence);
  }

  /** The last operation that the database is known to have; a player's later ones are in `pendingOf`. */
  confirmedUpTo(): number {
    return this.confirmed;
  }

  /** Operations of the player behind `acknowledged` that only the realm is sure to have, newest first. */
  pendingOf(guid: number, acknowledged: number): JournalEntry[] {
    const pending: JournalEntry[] = [];
    const known = math.max(this.confirmed, acknowledged);
    let sequence = (this.lastOf.get(guid) as number | undefined) ?? 0;
    while (sequence > known) {
      const entry = this.entries.get(sequence);
      pending.push(entry);
      sequence = entry.previous;
    }
    return pending;
  }

  /** The operation of this request that is on its way to the tables. */
  findRequest(requestId: string): JournalEntry | undefined {
    return this.requests.get(requestId) as JournalEntry | undefined;
  }

  /** How many operations the tables do not hold yet, as far as is known. */
  pendingCount(): number {
    return this.last - this.acknowledged + this.backlog.size();
  }

  /**
   * Looks whether what was handed over some time ago has arrived in the queue, and sends it again if not. Called every second
   * or so; reads only when something has been waiting for long.
   */
  resendLost(now: number): void {
    if (this.bootId === undefined) return;
    if (this.checkUpTo <= this.confirmed) {
      this.checkUpTo = this.flushed;
      this.checkStart = now;
    } else if (math.abs(now - this.checkStart) >= this.checkAfter) {
      if (this.arrived(this.bootId, this.checkUpTo) >= this.checkUpTo) this.confirm(this.checkUpTo);
      else this.send(this.bootId, this.confirmed + 1, this.flushed, CharDBExecute);
      this.checkStart = now;
      this.checkAfter = math.min(this.checkAfter * 2, LONGEST_CHECK);
    }
  }

  /** Forgets what the database has for certain. A bridge that is away for days must not fill the server's memory. */
  private confirm(sequence: number): void {
    // An admin may have written another number into dc_boot.
    const end = math.min(sequence, this.last);
    while (this.confirmed < end) {
      this.confirmed++;
      const { player, requestId } = this.entries.get(this.confirmed);
      if (requestId !== undefined) this.requests.delete(requestId);
      if (this.lastOf.get(player.guid) === this.confirmed) this.lastOf.delete(player.guid);
      this.entries.delete(this.confirmed);
    }
  }

  /** How many of the operations 1 to `upTo` the database has: applied, or in the queue. One consistent view of both. */
  private arrived(bootId: number, upTo: number): number {
    const boot = sqlInteger(bootId);
    const known = `GREATEST(b.acknowledged, ${sqlInteger(this.confirmed)})`;
    const sql =
      `SELECT CAST(${known} + (SELECT COUNT(*) FROM dc_journal j WHERE j.boot_id = ${boot} ` +
      `AND j.sequence > ${known} AND j.sequence <= ${sqlInteger(upTo)}) AS CHAR) ` +
      `FROM dc_boot b WHERE b.boot_id = ${boot}`;
    return toInteger(readRows(sql, 1)[0]?.[0]);
  }

  private send(bootId: number, from: number, to: number, write: (this: void, sql: string) => void): void {
    const entries: JournalEntry[] = [];
    for (let sequence = from; sequence <= to; sequence++) entries.push(this.entries.get(sequence));
    const [succeeded, statements] = pcall(journalStatements, bootId, from, entries);
    if (succeeded) {
      for (const statement of statements) write(statement);
    } else if (this.replaceUnwritable(bootId, from, to)) this.send(bootId, from, to, write);
    else error(tostring(statements), 0);
  }

  /** An entry with a value that SQL cannot take must not hold up those of everybody else. Returns whether there was one. */
  private replaceUnwritable(bootId: number, from: number, to: number): boolean {
    let found = false;
    for (let sequence = from; sequence <= to; sequence++) {
      const entry = this.entries.get(sequence);
      const [succeeded, failure] = pcall(journalStatements, bootId, sequence, [entry]);
      if (!succeeded) {
        found = true;
        if (entry.requestId !== undefined) this.requests.delete(entry.requestId);
        this.entries.set(sequence, standIn(entry));
        const player = tostring(entry.player.guid);
        this.report(
          `an operation of player ${player} cannot be written and is left out: ${tostring(failure)}`,
        );
      }
    }
    return found;
  }
}
