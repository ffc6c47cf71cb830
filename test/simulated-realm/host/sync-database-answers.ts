import { type Connection, createConnection, type FieldPacket } from "mysql2/promise";
import { runAsWorker } from "synckit";
import { escapeBytes } from "./escape";

/** MySQL's type codes, under the names that the double knows. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: "decimal",
  1: "tinyint",
  2: "smallint",
  3: "int",
  4: "float",
  5: "double",
  7: "timestamp",
  8: "bigint",
  9: "mediumint",
  10: "date",
  11: "time",
  12: "datetime",
  13: "year",
  245: "json",
  246: "decimal",
};

const UNSIGNED_FLAG = 32;
const NULL_CELL = "%N";

/** Connection errors: the server went away, and a new connection may reach it. */
const LOST = new Set(["PROTOCOL_CONNECTION_LOST", "ECONNRESET", "ECONNREFUSED", "EPIPE"]);

const connections = new Map<string, Promise<Connection>>();

function connect(url: string): Promise<Connection> {
  const present = connections.get(url);
  if (present !== undefined) return present;
  const fresh = createConnection({
    uri: url,
    rowsAsArray: true,
    timezone: "Z",
    // Every cell as the text protocol sends it: bytes, or null.
    typeCast: (field) => field.buffer(),
  });
  connections.set(url, fresh);
  return fresh;
}

function columnLines(field: FieldPacket): string[] {
  const isUnsigned = typeof field.flags === "number" && (field.flags & UNSIGNED_FLAG) !== 0;
  const type = TYPE_NAMES[field.columnType ?? -1] ?? "text";
  return [escapeBytes(Buffer.from(field.name, "utf8")), type, isUnsigned ? "u" : "s"];
}

function cellLine(cell: unknown): string {
  return Buffer.isBuffer(cell) ? escapeBytes(cell) : NULL_CELL;
}

function codeOf(failure: unknown): { errno: number; code: string; message: string } {
  const { errno, code, message } = failure as { errno?: unknown; code?: unknown; message?: unknown };
  return { errno: typeof errno === "number" ? errno : 0, code: String(code), message: String(message) };
}

/** One answer in the lines that test/simulated-realm/engine/border/rows.ts reads. */
async function query(url: string, sql: string): Promise<string> {
  const connection = await connect(url);
  const [result, fields] = await connection.query(sql);
  if (!Array.isArray(result) || !Array.isArray(fields)) return "none\n";
  const rows = result as unknown as unknown[][];
  const lines = ["rows", String(fields.length), ...fields.flatMap(columnLines)];
  for (const row of rows) lines.push(...row.map(cellLine));
  return `${lines.join("\n")}\n`;
}

async function close(url: string): Promise<string> {
  const connection = await connections.get(url);
  connections.delete(url);
  await connection?.end();
  return "none\n";
}

/**
 * A connection of its own by name and address. A statement that fails gives an error's lines; an unreachable database
 * too, with number 0, after the connection was tried anew once.
 */
async function answer(name: string, url: string, sql: string | undefined): Promise<string> {
  const key = `${url}#${name}`;
  if (sql === undefined) return close(key);
  for (const isRepeated of [false, true]) {
    try {
      return await query(key, sql);
    } catch (failure) {
      const { errno, code, message } = codeOf(failure);
      const isLost = LOST.has(code);
      if (isLost) connections.delete(key);
      if (!isLost || isRepeated) {
        return `error\n${isLost ? 0 : errno}\n${escapeBytes(Buffer.from(message, "utf8"))}\n`;
      }
    }
  }
  return "none\n";
}

runAsWorker(answer);
