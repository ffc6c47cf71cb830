/**
 * The rows of a query as texts. Every column goes through GetString, the one getter that is right for all types on all
 * engines; statements must not select NULL.
 *
 * A statement that names an unknown table or column freezes the world for good: only statements on tables of a schema
 * that `schema-gate` has seen may come here.
 */
export function readRows(sql: string, columns: number): string[][] {
  const rows: string[][] = [];
  const query = CharDBQuery(sql);
  if (query === undefined) return rows;
  do {
    const row: string[] = [];
    for (let column = 0; column < columns; column++) row.push(query.GetString(column));
    rows.push(row);
  } while (query.NextRow());
  return rows;
}

/** A column that the statement made a whole number. */
export function toInteger(text: string | undefined): number {
  const value = text === undefined ? undefined : tonumber(text);
  if (value === undefined) error(`the database gave '${tostring(text)}' for a number`);
  return value;
}
