import { journalStatements } from "../../../server-bridge/eluna/journal/journal-statement";
import { PRESENCE_STATEMENT } from "../../../server-bridge/eluna/tables/bridge-presence";
import { calendarQuery } from "../../../server-bridge/eluna/tables/calendar-table";
import { CURRENCIES } from "../../../server-bridge/eluna/tables/currency-definitions";
import { BOSSES } from "../../../server-bridge/eluna/tables/dungeon-bosses";
import {
  isAbandoned,
  requestsStatement,
  unansweredStatement,
} from "../../../server-bridge/eluna/tables/inbox-table";
import { loadStatement } from "../../../server-bridge/eluna/tables/load-player";
import { outboxRowStatement, pollStatement } from "../../../server-bridge/eluna/tables/outbox";
import { queuedStatement, recentLedgerStatement } from "../../../server-bridge/eluna/tables/recent-ledger";
import { noteStatement, notedStatement } from "../../../server-bridge/eluna/tables/inbox-events-table";
import { requestStatement } from "../../../server-bridge/eluna/tables/request-ledger";
import { SETTINGS } from "../../../server-bridge/eluna/tables/settings-table";
import { SYNERGIES, SYNERGY_CAPS } from "../../../server-bridge/eluna/tables/synergy-table";
import { UNLOCKS } from "../../../server-bridge/eluna/tables/unlock-definitions";
import { weeklyStatement } from "../../../server-bridge/eluna/tables/weekly-earnings";
import { OPERATION_KINDS } from "../../../shared/profile/operation";
import { expectEqual } from "../../shared/expectations";
import { emptyTables, execute, select } from "../support/database";

const GUID = 4294967295;
const BOOT = 4294967295;
const LARGE = 9007199254740991;

/** A statement that the database refuses kills a server, so each is put to the migrated tables with the largest values. */
const READS: Record<string, string> = {
  presence: PRESENCE_STATEMENT,
  calendar: calendarQuery(GUID).sql,
  currencies: CURRENCIES.sql,
  bosses: BOSSES.sql,
  load: loadStatement(BOOT, GUID, LARGE),
  poll: pollStatement(BOOT, GUID),
  outboxRow: outboxRowStatement(LARGE, false),
  outboxRowLocked: outboxRowStatement(LARGE, true),
  inbox: requestsStatement(isAbandoned(GUID, BOOT)),
  inboxEvents: notedStatement("a'b\\c\"d", BOOT),
  inboxAnswers: unansweredStatement([1, LARGE], BOOT),
  recentLedger: recentLedgerStatement(GUID, 10),
  queued: queuedStatement(GUID),
  request: requestStatement(["a'b\\c\"d", "web shop 4711"]),
  settings: SETTINGS.sql,
  synergies: SYNERGIES.sql,
  caps: SYNERGY_CAPS.sql,
  unlocks: UNLOCKS.sql,
  weekly: weeklyStatement(BOOT, GUID, LARGE, LARGE, false),
  weeklyOfDeleted: weeklyStatement(BOOT, GUID, LARGE, LARGE, true),
};

describe("every statement of the realm", () => {
  for (const name in READS) {
    it(`that reads is one that the migrated tables answer: ${name}`, () => {
      const rows = select(READS[name] ?? "");
      for (const row of rows) for (const cell of row) expectEqual(cell === "NULL", false);
    });
  }

  it("that notes an event fits the table with the largest values", () => {
    emptyTables();
    const event = { kind: "event", player: GUID, subject: "'\\".repeat(32), subjectId: GUID, amount: 0 };
    execute(noteStatement("'\\".repeat(57), event, BOOT));
    expectEqual(select("SELECT COUNT(*), MAX(payload_checksum) FROM dc_inbox_events"), [["1", "4294967295"]]);
    emptyTables();
  });

  it("that journals fits the queue with the largest values, whatever the texts", () => {
    emptyTables();
    for (const [index, kind] of OPERATION_KINDS.entries()) {
      const text = "'\\\"\n\r\x1a".repeat(8);
      const operation = {
        kind,
        subject: text.substring(0, 32),
        subjectId: GUID,
        amount: LARGE,
        source: text,
        cause: text,
      };
      const player = { guid: GUID, accountId: GUID };
      const entry = { player, operation, happenedAt: LARGE, previous: 0, requestId: text };
      for (const statement of journalStatements(BOOT, LARGE - index, [entry])) execute(statement);
    }
    expectEqual(select("SELECT COUNT(*), MIN(amount) FROM dc_journal"), [["6", "9007199254740991"]]);
    emptyTables();
  });

  it("that journals is far shorter than the 32 KB that some cores take, and leaves no row out", () => {
    const text = "'".repeat(50);
    const operation = {
      kind: "earn",
      subject: "",
      subjectId: GUID,
      amount: LARGE,
      source: text,
      cause: text,
    } as const;
    const player = { guid: GUID, accountId: GUID };
    const entries = [];
    for (let count = 0; count < 450; count++) {
      const requestId = count % 2 === 0 ? "\\".repeat(115) : "x";
      entries.push({ player, operation, happenedAt: LARGE, previous: 0, requestId });
    }
    emptyTables();
    for (const statement of journalStatements(BOOT, 1, entries)) {
      expectEqual(statement.length < 28000, true);
      execute(statement);
    }
    expectEqual(select("SELECT COUNT(*), MIN(sequence), MAX(sequence) FROM dc_journal"), [
      ["450", "1", "450"],
    ]);
    const short = { ...operation, source: "spec", cause: "", amount: 1 };
    const many = entries.map((entry) => ({ ...entry, operation: short, requestId: "x" }));
    expectEqual(journalStatements(BOOT, 1, many).length, 3);
    emptyTables();
  });
});
