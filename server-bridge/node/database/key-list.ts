/** A column of a key and its numbers' type, for the keys that a statement names. */
const COLUMN_TYPE = "INT UNSIGNED";

/**
 * A table of keys, to join to the table whose rows they name: `keyList` is its text and holds one `?`, which takes
 * `JSON.stringify` of the keys. JSON_TABLE is in MySQL 8.0 and MariaDB 10.6.
 *
 * A join from it (STRAIGHT_JOIN, FORCE INDEX (PRIMARY)) finds each row by its whole key and locks that row alone, in the
 * order of the list. With an IN list the server is free to scan the table, and waits for anybody who has locked any row
 * on the way, the row behind the last one included.
 */
export function keyList(columns: readonly string[]): string {
  const paths = columns.map((column, index) => `${column} ${COLUMN_TYPE} PATH '$[${index}]'`);
  return `JSON_TABLE(?, '$[*]' COLUMNS (${paths.join(", ")})) wanted`;
}
