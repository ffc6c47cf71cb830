import { isDuplicateKey, RowAppearedError } from "../database/failures";
import type { PoolConnection } from "../database/pool";
import { execute } from "../database/query";
import { inChunks, ROWS_PER_STATEMENT } from "../database/statement-text";

/** A table and the columns that are written, the key's first. */
export interface WriteTarget {
  readonly table: string;
  readonly keyColumns: readonly string[];
  readonly valueColumns: readonly string[];
}

function insertInto({ table, keyColumns, valueColumns }: WriteTarget): string {
  return `INSERT INTO ${table} (${[...keyColumns, ...valueColumns].join(", ")}) VALUES `;
}

/**
 * Inserts rows that were not there when the batch read them. Each is the text of its values in brackets.
 *
 * @throws {RowAppearedError} If somebody else has inserted one since: his values must be read first.
 */
export async function insertNew(
  connection: PoolConnection,
  target: WriteTarget,
  rows: readonly string[],
): Promise<void> {
  for (const chunk of inChunks(rows, ROWS_PER_STATEMENT)) {
    try {
      await execute(connection, insertInto(target) + chunk.join(","));
    } catch (failure) {
      throw isDuplicateKey(failure) ? new RowAppearedError(target.table, failure) : failure;
    }
  }
}

/** Writes rows that are there and locked. `VALUES(column)` is the one spelling that MySQL and MariaDB share. */
export async function overwrite(
  connection: PoolConnection,
  target: WriteTarget,
  rows: readonly string[],
): Promise<void> {
  const changes = target.valueColumns.map((column) => `${column} = VALUES(${column})`).join(", ");
  for (const chunk of inChunks(rows, ROWS_PER_STATEMENT)) {
    await execute(connection, `${insertInto(target)}${chunk.join(",")} ON DUPLICATE KEY UPDATE ${changes}`);
  }
}
