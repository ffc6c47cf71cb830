import { randomUUID } from "node:crypto";

import type { Pool, PoolConnection } from "../../server-bridge/node/database/pool";
import {
  execute,
  type Queryable,
  type Row,
  select,
  wholeNumber,
} from "../../server-bridge/node/database/query";
import { literal } from "../../server-bridge/node/database/statement-text";

/** One operation as a realm writes it; what is left out does not matter to the test. */
export interface SentOperation {
  readonly kind: string;
  readonly player?: number;
  readonly account?: number;
  readonly subject?: string;
  readonly subjectId?: number;
  readonly amount?: number | string;
  readonly source?: string;
  readonly cause?: string;
  readonly happenedAt?: number;
  readonly requestId?: string;
}

const COLUMNS =
  "boot_id, sequence, player_guid, account_id, kind, subject, subject_id, amount, source, cause, happened_at, request_id";

/** The realm's side of the tables: what it inserts, updates and reads, in the statements that it uses. */
export class RealmDouble {
  private constructor(
    private readonly pool: Pool,
    readonly realm: number,
    readonly boot: number,
  ) {}

  static async start(pool: Pool, realm = 1): Promise<RealmDouble> {
    const token = randomUUID();
    await execute(
      pool,
      "INSERT INTO dc_boot (realm_id, token, engine, version) VALUES (?, ?, 'double', '1')",
      [realm, token],
    );
    const [row] = await select(pool, "SELECT boot_id FROM dc_boot WHERE token = ?", [token]);
    return new RealmDouble(pool, realm, wholeNumber(row?.boot_id));
  }

  private rowText(sequence: number, operation: SentOperation): string {
    const { kind, player = 1, account = 10, subject = "", subjectId = 0, amount = 0 } = operation;
    const { source = "test", cause = "BOSS_KILL", happenedAt = 1_700_000_000, requestId } = operation;
    const head = [this.boot, sequence, player, account, kind, subject, subjectId].map(literal).join(",");
    return `(${head},${amount},${[source, cause, happenedAt, requestId].map(literal).join(",")})`;
  }

  /** Inserts operations with the sequence numbers `first`, `first` + 1 and so on; again does no harm. */
  async send(first: number, operations: readonly SentOperation[], on: Queryable = this.pool): Promise<void> {
    const rows = operations.map((operation, index) => this.rowText(first + index, operation));
    await execute(on, `INSERT IGNORE INTO dc_journal (${COLUMNS}) VALUES ${rows.join(",")}`);
  }

  /** The same in a transaction that stays open: `commit` and `release` are the caller's. */
  async sendUncommitted(first: number, operations: readonly SentOperation[]): Promise<PoolConnection> {
    const connection = await this.pool.getConnection();
    await connection.beginTransaction();
    await this.send(first, operations, connection);
    return connection;
  }

  async acknowledged(): Promise<number> {
    const [row] = await select(this.pool, "SELECT acknowledged FROM dc_boot WHERE boot_id = ?", [this.boot]);
    return wholeNumber(row?.acknowledged);
  }

  /** As if the realm had last been heard of `seconds` ago. */
  async fallSilent(seconds: number): Promise<void> {
    const sql = "UPDATE dc_boot SET seen_at = CURRENT_TIMESTAMP - INTERVAL ? SECOND WHERE boot_id = ?";
    await execute(this.pool, sql, [seconds, this.boot]);
  }

  /** The messages for this realm, which are taken as the realm does: deleted once read. */
  async takeOutbox(): Promise<Row[]> {
    const sql = "SELECT outbox_id, kind, player_guid FROM dc_outbox WHERE realm_id = ? ORDER BY outbox_id";
    const rows = await select(this.pool, sql, [this.realm]);
    for (const row of rows) {
      await execute(this.pool, "DELETE FROM dc_outbox WHERE outbox_id = ?", [wholeNumber(row.outbox_id)]);
    }
    return rows.map(({ kind, player_guid }) => ({ kind, player_guid }));
  }
}
