import type { Column, DatabasePort, Rows } from "../../simulated-realm/engine/database/port";

declare function require(this: void, name: "luasql.mysql"): LuaSqlMysql;

/** Width of a BIGINT column; narrower numbers are integers of 32 bits. */
const BIGINT_WIDTH = 20;

function setting(name: string): string {
  return os.getenv(name) ?? error(`${name} is not set: run npx tsx scripts/busted.ts`);
}

function connect(): LuaSqlConnection {
  const environment = require("luasql.mysql").mysql();
  const port = tonumber(setting("DC_SPEC_PORT")) ?? 0;
  const [connection, problem] = environment.connect(
    setting("DC_SPEC_DATABASE"),
    "root",
    "",
    "127.0.0.1",
    port,
  );
  return connection ?? error(problem ?? "no connection");
}

const connection = connect();
connection.execute("SET NAMES utf8mb4");
connection.execute("SET time_zone = '+00:00'");
// A server waits for 50 s before it gives a lock up, and a spec need not.
connection.execute("SET innodb_lock_wait_timeout = 1");

/** MySQL's number of a deadlock: the statement has done nothing, and the cores go on without it. */
const DEADLOCK = 1213;

let refused = { beginning: "", times: 0 };

/** Lets the database refuse the next `times` statements that begin with `beginning`, as it does in a deadlock. */
export function refuse(beginning: string, times = 1): void {
  refused = { beginning, times };
}

function isRefused(sql: string): boolean {
  if (refused.times === 0 || !sql.startsWith(refused.beginning)) return false;
  refused.times--;
  return true;
}

/** Runs `work` while another connection holds the rows that `table` has now, in a transaction. */
export function whileHeld(table: string, work: () => void): void {
  const holder = connect();
  // Rows, and not the gaps between them: others may insert.
  holder.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
  holder.execute("START TRANSACTION");
  holder.execute(`SELECT * FROM ${table} FOR UPDATE`);
  const [succeeded, failure] = pcall(work);
  holder.execute("COMMIT");
  holder.close();
  if (!succeeded) error(failure, 0);
}

function readRows(cursor: LuaSqlCursor): (string | false)[][] {
  const width = cursor.getcolnames().length;
  const rows: (string | false)[][] = [];
  let row = cursor.fetch({}, "n");
  while (row !== undefined) {
    const cells: (string | false)[] = [];
    for (let index = 0; index < width; index++) cells.push(row[index] ?? false);
    rows.push(cells);
    row = cursor.fetch({}, "n");
  }
  return rows;
}

/** LuaSQL tells numbers from texts, and no more: what has a point in every row is a DECIMAL. */
function numberType(width: number, cells: readonly (string | false)[]): string {
  for (const cell of cells) {
    const [point] = cell === false ? [undefined] : string.find(cell, ".", 1, true);
    if (point !== undefined) return "decimal";
  }
  return width >= BIGINT_WIDTH ? "bigint" : "int";
}

function columnOf(name: string, declared: string, cells: readonly (string | false)[]): Column {
  const [kind, width] = string.match(declared, "^(%a+)%((%d+)%)");
  const type = kind === "number" ? numberType(tonumber(width) ?? 0, cells) : (kind ?? "string");
  let unsigned = true;
  for (const cell of cells) if (cell !== false && string.sub(cell, 1, 1) === "-") unsigned = false;
  return { name, type, unsigned };
}

function resultOf(cursor: LuaSqlCursor): Rows {
  const names = cursor.getcolnames();
  const types = cursor.getcoltypes();
  const rows = readRows(cursor);
  const columns: Column[] = [];
  for (let index = 0; index < names.length; index++) {
    const cells = rows.map((row) => row[index] ?? false);
    columns.push(columnOf(names[index] ?? "", types[index] ?? "", cells));
  }
  return { columns, rows };
}

/** LuaSQL gives an error's text only; its number is asked for. */
function failureCode(): number {
  const [cursor] = connection.execute("SHOW ERRORS");
  if (cursor === undefined || typeof cursor === "number") return 0;
  const rows = readRows(cursor);
  cursor.close();
  return tonumber(rows[0]?.[1]) ?? 0;
}

/** The database of this run, as the engine double asks for it. */
export const specDatabase: DatabasePort = {
  query: (sql) => {
    if (isRefused(sql)) return $multi(undefined, { code: DEADLOCK, message: "Deadlock found" });
    const [answer, problem] = connection.execute(sql);
    if (answer === undefined) return $multi(undefined, { code: failureCode(), message: problem ?? "" });
    if (typeof answer === "number") return $multi(undefined, undefined);
    const rows = resultOf(answer);
    answer.close();
    return $multi(rows, undefined);
  },
};

/** The rows of a query as texts, `NULL` for NULL. Raises on an error. */
export function select(sql: string): string[][] {
  const [rows, failure] = specDatabase.query(sql, true);
  if (failure !== undefined) error(failure.message);
  return (rows?.rows ?? []).map((row) => row.map((cell) => (cell === false ? "NULL" : cell)));
}

/** Runs a statement that changes something. Raises on an error. */
export function execute(sql: string): void {
  const [, failure] = specDatabase.query(sql, true);
  if (failure !== undefined) error(failure.message);
}

/** How often statements have waited for a lock since the server's start, which nobody but this run uses. */
export function lockWaits(): number {
  const [[, count] = []] = select("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_waits'");
  return tonumber(count) ?? error("the server does not count its waits");
}

/** Empties the tables that the migrations left empty. */
export function emptyTables(): void {
  for (const [name] of string.gmatch(setting("DC_SPEC_EMPTY_TABLES"), "%S+")) {
    const [, problem] = connection.execute(`DELETE FROM ${name ?? ""}`);
    if (problem !== undefined) error(problem);
  }
}
