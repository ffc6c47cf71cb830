import type { Column, DatabasePort, Rows } from "../database/port";
import { escape, unescape } from "./escape";

/** The database of the JavaScript side. Its answer is lines: `rows` and the result, `error` and a code, or `none`. */
export type QueryText = (this: void, sql: string, waits: boolean) => string;

/** Stands for NULL among the cells. */
const NULL = "%N";

function linesOf(this: void, text: string): string[] {
  const lines: string[] = [];
  for (const [line] of string.gmatch(text, "([^\n]*)\n")) lines.push(line ?? "");
  return lines;
}

function cell(this: void, line: string): string | false {
  if (line === NULL) return false;
  const [escaped] = string.find(line, "%", 1, true);
  return escaped === undefined ? line : unescape(line);
}

/** Lines after `rows`: the number of columns, name, type and `u` or `s` of each, then the cells. */
function rowsOf(this: void, lines: readonly string[]): Rows {
  const width = tonumber(lines[1]) ?? 0;
  let next = 2;
  const columns: Column[] = [];
  for (let index = 0; index < width; index++) {
    columns.push({
      name: unescape(lines[next] ?? ""),
      type: lines[next + 1] ?? "",
      unsigned: lines[next + 2] === "u",
    });
    next += 3;
  }
  const rows: (string | false)[][] = [];
  while (next < lines.length) {
    const row: (string | false)[] = [];
    for (let index = 0; index < width; index++) row.push(cell(lines[next + index] ?? NULL));
    rows.push(row);
    next += width;
  }
  return { columns, rows };
}

/** The double's database on the other side of the border. */
export function databaseOver(this: void, queryText: QueryText): DatabasePort {
  return {
    query: (sql, waits) => {
      const lines = linesOf(queryText(escape(sql), waits));
      if (lines[0] === "rows") return $multi(rowsOf(lines), undefined);
      if (lines[0] !== "error") return $multi(undefined, undefined);
      return $multi(undefined, { code: tonumber(lines[1]) ?? 0, message: unescape(lines[2] ?? "") });
    },
  };
}
