import { Inbox } from "../inbox/inbox";
import { logError, logInfo } from "../engine/log";
import { registerBoot, touchBoot } from "../tables/boot";
import { migratedVersion, SCHEMA_VERSION } from "../tables/schema-gate";
import { now } from "../engine/clock";
import { OutboxReader } from "./outbox-reader";
import type { Realm } from "./realm";

/** Milliseconds between looks for the schema, while it is not there. */
const SCHEMA_INTERVAL = 2000;
/** Milliseconds between polls of the outbox: how long a change of the tables takes to reach the game, at the most. */
const POLL_INTERVAL = 250;
/** Milliseconds between signs of life, and between looks for lost statements and forgotten players. */
const UPKEEP_INTERVAL = 5000;
/** Milliseconds between looks into the inbox, and between those that find more than one of them takes. */
const INBOX_INTERVAL = 500;
const BUSY_INBOX_INTERVAL = 50;

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
  private inboxInterval = INBOX_INTERVAL;
  private outbox: OutboxReader | undefined;
  private inbox: Inbox | undefined;
  private hasReportedVersion = false;
  private hasReportedFailure = false;

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
    const { boundary, reads } = this.realm;
    const { bootId } = this;
    if (this.sincePoll >= POLL_INTERVAL) boundary.run("the poll", () => this.readOutbox());
    if (this.sinceUpkeep >= UPKEEP_INTERVAL) this.upkeep(bootId);
    if (this.sinceInbox >= this.inboxInterval) boundary.run("the inbox", () => this.lookIntoInbox());
    reads.tick();
  }

  /** Opens the link if the schema is there, and otherwise says once what it is waiting for. */
  look(): void {
    this.sinceLook = 0;
    const [succeeded, failure] = pcall(() => this.connect());
    if (succeeded || this.hasReportedFailure) return;
    this.hasReportedFailure = true;
    logError(`the tables could not be opened, trying again every few seconds: ${tostring(failure)}`);
  }

  private connect(): void {
    const version = migratedVersion();
    if (version >= SCHEMA_VERSION) {
      const bootId = registerBoot(this.realmId, this.engineName, this.realm.version);
      this.realm.open(bootId);
      const { requests, journal } = this.realm;
      this.outbox = new OutboxReader(this.realm, this.realmId, bootId);
      this.inbox = new Inbox(this.realm, requests, journal, this.realmId, bootId);
      this.bootId = bootId;
      this.realm.reads.retry();
      logInfo(`connected to the tables as boot ${bootId.toFixed(0)} of realm ${this.realmId.toFixed(0)}`);
    } else if (!this.hasReportedVersion) {
      this.hasReportedVersion = true;
      logError(
        `the tables are at version ${version.toFixed(0)}, version ${SCHEMA_VERSION} is needed: start the bridge ` +
          "(dc-bridge start) or run dc-bridge migrate. Until then everything works from memory.",
      );
    }
  }

  private readOutbox(): void {
    this.sincePoll = 0;
    this.outbox?.poll();
  }

  private lookIntoInbox(): void {
    this.sinceInbox = 0;
    this.inboxInterval = INBOX_INTERVAL;
    if (this.inbox?.look() === true) this.inboxInterval = BUSY_INBOX_INTERVAL;
  }

  private upkeep(bootId: number): void {
    this.sinceUpkeep = 0;
    const { adminTables, boundary, characters, journal, players, reads } = this.realm;
    boundary.run("the sign of life", touchBoot, bootId);
    boundary.run("the look for lost operations", () => journal.resendLost(now()));
    boundary.run("deleted characters", () => characters.look());
    boundary.run("forgetting players", () => players.forgetOffline());
    boundary.run("the second look for players", () => reads.retry());
    adminTables.retry();
  }
}
