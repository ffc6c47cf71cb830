import { Inbox } from "../inbox/inbox";
import { logError, logInfo } from "../engine/log";
import { registerBoot, touchBoot } from "../tables/boot";
import { deleteOutboxRows, type OutboxRow, pollOutbox, takeOutboxRow } from "../tables/outbox";
import { migratedVersion, SCHEMA_VERSION } from "../tables/schema-gate";
import { publishCalendarEvent } from "./calendar-events";
import { now } from "./clock";
import type { Realm } from "./realm";

/** Milliseconds between looks for the schema, while it is not there. */
const SCHEMA_INTERVAL = 2000;
/** Milliseconds between polls of the outbox: how long a change of the tables takes to reach the game, at the most. */
const POLL_INTERVAL = 250;
/** Milliseconds between signs of life, and between looks for lost statements and forgotten players. */
const UPKEEP_INTERVAL = 5000;
/** Milliseconds between looks into the inbox. */
const INBOX_INTERVAL = 500;
/** Players that one tick reads again: 8 reads are about 1 ms of the world's time. */
const RELOADS_PER_TICK = 8;

/**
 * The realm's end of the tables. Two modes: *waiting*, until the schema is the one that this script was written for (nothing of
 * ours is touched, everything works from memory), and *open* from then on. `look` changes the mode, once.
 */
export class DatabaseLink {
  private bootId: number | undefined;
  private readonly realmId = GetRealmID();
  private sinceLook = SCHEMA_INTERVAL;
  private sincePoll = 0;
  private sinceUpkeep = 0;
  private sinceInbox = 0;
  private inbox: Inbox | undefined;
  private complained = false;
  private failed = false;
  private toReload: number[] = [];

  constructor(
    private readonly realm: Realm,
    private readonly engineName: string,
  ) {}

  /** The number of this start of the script; undefined while the tables are waited for. */
  boot(): number | undefined {
    return this.bootId;
  }

  /** @param elapsed Milliseconds since the last tick. */
  tick(elapsed: number): void {
    if (this.bootId === undefined) {
      this.sinceLook += elapsed;
      if (this.sinceLook >= SCHEMA_INTERVAL) this.look();
      return;
    }
    this.sincePoll += elapsed;
    this.sinceUpkeep += elapsed;
    this.sinceInbox += elapsed;
    if (this.sincePoll >= POLL_INTERVAL) this.poll(this.bootId);
    if (this.sinceUpkeep >= UPKEEP_INTERVAL) this.upkeep(this.bootId);
    if (this.sinceInbox >= INBOX_INTERVAL) this.lookIntoInbox();
    this.reloadSome();
  }

  /** Opens the link if the schema is there, and otherwise says once what it is waiting for. */
  look(): void {
    this.sinceLook = 0;
    const [succeeded, failure] = pcall(() => this.connect());
    if (succeeded || this.failed) return;
    this.failed = true;
    logError(`the tables could not be opened, trying again every few seconds: ${tostring(failure)}`);
  }

  private connect(): void {
    const version = migratedVersion();
    if (version >= SCHEMA_VERSION) {
      const bootId = registerBoot(this.realmId, this.engineName, this.realm.version);
      this.realm.open(bootId);
      this.inbox = new Inbox(this.realm, this.realm.journal, this.realmId, bootId);
      this.bootId = bootId;
      this.markUnread();
      logInfo(`connected to the tables as boot ${bootId.toFixed(0)} of realm ${this.realmId.toFixed(0)}`);
    } else if (!this.complained) {
      this.complained = true;
      logError(
        `the tables are at version ${version.toFixed(0)}, version ${SCHEMA_VERSION} is needed: start the bridge ` +
          "(dc-bridge start) or run dc-bridge migrate. Until then everything works from memory.",
      );
    }
  }

  private poll(bootId: number): void {
    this.sincePoll = 0;
    const { acknowledged, rows } = pollOutbox(bootId, this.realmId);
    this.realm.journal.acknowledge(acknowledged);
    const harmless: OutboxRow[] = [];
    let inOrder = true;
    for (const row of rows) {
      if (this.readAgain(row)) harmless.push(row);
      // What the calendar tells happens in its order: behind a message that is not to be had now the others wait as well.
      else inOrder = inOrder && this.happen(row);
    }
    deleteOutboxRows(harmless);
  }

  /** Reads again what the row says has changed, which may be done twice. Returns whether it is such a row. */
  private readAgain(row: OutboxRow): boolean {
    if (row.kind === "config_changed") this.realm.adminTables.load(row.subject);
    else if (row.kind === "player_changed" || row.kind === "everyone_changed") this.markForReload(row);
    else return false;
    return true;
  }

  /** Lets the calendar's event happen, once. Returns false if the row cannot be taken off the queue now. */
  private happen(row: OutboxRow): boolean {
    if (!takeOutboxRow(row)) return false;
    this.realm.calendar.load();
    publishCalendarEvent(this.realm.bus, row.kind, row.amount);
    return true;
  }

  private markForReload(row: OutboxRow): void {
    const guids = row.kind === "everyone_changed" ? this.realm.players.guids() : [row.playerGuid];
    for (const guid of guids) {
      if (this.realm.players.find(guid) !== undefined) this.mark(guid);
    }
  }

  private lookIntoInbox(): void {
    this.sinceInbox = 0;
    this.inbox?.look();
  }

  /** Those whom the tables have not told of: they were not there, or gave no answer. */
  private markUnread(): void {
    for (const guid of this.realm.players.unread()) this.mark(guid);
  }

  private mark(guid: number): void {
    if (!this.toReload.includes(guid)) this.toReload.push(guid);
  }

  private reloadSome(): void {
    if (this.toReload.length === 0) return;
    const due = this.toReload.slice(0, RELOADS_PER_TICK);
    this.toReload = this.toReload.slice(RELOADS_PER_TICK);
    for (const guid of due) this.realm.players.reload(guid);
  }

  private upkeep(bootId: number): void {
    this.sinceUpkeep = 0;
    touchBoot(bootId);
    this.realm.journal.resendLost(now());
    this.realm.players.forgetOffline();
    this.markUnread();
  }
}
