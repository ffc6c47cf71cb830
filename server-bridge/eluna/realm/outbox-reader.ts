import { type CalendarKind, type ChangeKind, findCalendarKind } from "../../../shared/catalog/outbox-kinds";
import { deleteOutboxRows, type OutboxRow, pollOutbox, takeOutboxRow } from "../tables/outbox";
import { publishCalendarEvent } from "./calendar-events";
import type { Realm } from "./realm";

const CONFIG_CHANGED: ChangeKind = "config_changed";
const EVERYONE_CHANGED: ChangeKind = "everyone_changed";

/** The table that the calendar's events have changed. */
const CALENDAR_TABLE = "dc_calendar";

/** Does what the bridge wants of the realm: reads again what has changed, and lets happen what the calendar tells. */
export class OutboxReader {
  constructor(
    private readonly realm: Realm,
    private readonly realmId: number,
    private readonly bootId: number,
  ) {}

  poll(): void {
    const { acknowledged, rows } = pollOutbox(this.bootId, this.realmId);
    this.realm.journal.acknowledge(acknowledged);
    const repeatable: OutboxRow[] = [];
    let inOrder = true;
    for (const row of rows) {
      const kind = findCalendarKind(row.kind);
      if (kind === undefined) {
        // A row that fails is taken off all the same, or those behind it would wait for ever.
        this.guarded(row, () => this.readAgain(row));
        repeatable.push(row);
      }
      // What the calendar tells happens in its order: behind a message that is not to be had now the others wait as well.
      else inOrder = inOrder && this.happen(row, kind);
    }
    deleteOutboxRows(repeatable);
  }

  private guarded(row: OutboxRow, action: () => void): void {
    const subject = row.subject === "" ? "" : ` ${row.subject}`;
    this.realm.boundary.run(`outbox row ${row.kind}${subject}`, action);
  }

  private readAgain({ kind, subject, playerGuid }: OutboxRow): void {
    const { adminTables, players, reads } = this.realm;
    if (kind === CONFIG_CHANGED) adminTables.load(subject);
    else if (kind === EVERYONE_CHANGED) for (const guid of players.records.guids()) reads.mark(guid);
    else reads.mark(playerGuid);
  }

  /** Lets the calendar's event happen, once. Returns false if the row cannot be taken off the queue now. */
  private happen(row: OutboxRow, kind: CalendarKind): boolean {
    const { adminTables, bus } = this.realm;
    // First, because who hears of a season's start must find it: the bridge has written it with the row.
    if (!adminTables.load(CALENDAR_TABLE)) return false;
    let taken = false;
    this.guarded(row, () => {
      taken = takeOutboxRow(row);
      if (taken) publishCalendarEvent(bus, kind, row.amount);
    });
    return taken;
  }
}
