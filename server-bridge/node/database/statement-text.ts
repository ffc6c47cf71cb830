import { escape } from "mysql2";

/** Keys in one statement. Below the 1,000 from which MariaDB turns an IN list into a subquery that locks more rows. */
export const KEYS_PER_STATEMENT = 500;
/** Rows in one INSERT: well below the smallest usual max_allowed_packet. */
export const ROWS_PER_STATEMENT = 2000;

/** `value` as text of SQL. */
export function literal(value: number | string | undefined): string {
  if (value === undefined) return "NULL";
  return typeof value === "number" ? value.toFixed(0) : escape(value);
}

/** Unix seconds as a value for a TIMESTAMP column; the type begins one second after 0. */
export function timestampLiteral(seconds: number): string {
  return `FROM_UNIXTIME(${seconds.toFixed(0)})`;
}

/** `items` in pieces of at most `size`. */
export function inChunks<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
