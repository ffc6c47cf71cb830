import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from "mysql2/promise";

/** A statement without an answer for so long is on a dead connection: lock waits end long before. */
const STATEMENT_LIMIT_MS = 120_000;

/** Anything that takes a statement. */
export type Queryable = Pick<Pool | PoolConnection, "query">;
/** A value for a question mark. */
export type Value = string | number;
export type Row = Readonly<Record<string, unknown>>;

/** The rows that `sql` finds, with `values` for its question marks. */
export async function select(on: Queryable, sql: string, values: readonly Value[] = []): Promise<Row[]> {
  const [rows] = await on.query<RowDataPacket[]>({ sql, values: [...values], timeout: STATEMENT_LIMIT_MS });
  return rows;
}

/** Runs a statement that changes something. @returns How many rows it changed. */
export async function execute(on: Queryable, sql: string, values: readonly Value[] = []): Promise<number> {
  const [result] = await on.query<ResultSetHeader>({ sql, values: [...values], timeout: STATEMENT_LIMIT_MS });
  return result.affectedRows;
}

/** A whole number from the driver (a number, text beyond 2^53 - 1, or NULL) as one from 0 to `maximum`. */
export function wholeNumber(value: unknown, maximum: number = Number.MAX_SAFE_INTEGER): number {
  const number = Math.trunc(Number(value ?? 0));
  return Math.min(Math.max(number, 0), maximum);
}

/** A string column, or NULL as undefined. */
export function textOrNothing(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
