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

/** A statement for the rows of a table that may be empty. Its first row is always there, and says that the database has answered. */
export interface TableQuery {
  readonly sql: string;
  /** How many columns of the table it reads. */
  readonly columns: number;
}

/**
 * @param columns What is read of each row, none of it NULL. All of it comes as text.
 * @param from The table, and what narrows its rows down.
 */
export function tableQuery(columns: readonly string[], from: string): TableQuery {
  const blanks = columns.map(() => "''").join(", ");
  const sql = `SELECT '' AS part, ${blanks} UNION ALL SELECT '1', ${columns.join(", ")} FROM ${from}`;
  return { sql, columns: columns.length };
}

/** The rows of the table, in no order; undefined if the database did not answer: what is known must not be taken for gone. */
export function readTable({ sql, columns }: TableQuery): string[][] | undefined {
  const rows: string[][] = [];
  let answered = false;
  for (const [part, ...row] of readRows(sql, columns + 1)) {
    if (part === "") answered = true;
    else rows.push(row);
  }
  return answered ? rows : undefined;
}

/** A column that the statement made a whole number. */
export function toInteger(text: string | undefined): number {
  const value = text === undefined ? undefined : tonumber(text);
  if (value === undefined) error(`the database gave '${tostring(text)}' for a number`);
  return value;
}
